import { Refusal } from '@/lib/program/refusal';

/** A problem with a connection is told in its own words. By its name: routes are bundled apart from each other. */
export async function saying<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof Error && error.name === 'ConnectionProblem' ? new Refusal(422, error.message) : error;
  }
}

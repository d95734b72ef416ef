import { sql } from 'drizzle-orm';

/** A moment by the database's own clock, to be written into a column. */
export function fromNow(seconds: number): string {
  return sql`now() + make_interval(secs => ${seconds})` as unknown as string;
}

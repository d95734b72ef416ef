import type { z } from 'zod';
import { Refusal } from '@/lib/program/refusal';

export const NOTHING = () => new Response(null, { status: 204 });

export function json(value: unknown, status = 200): Response {
  return Response.json(value, { status, headers: { 'cache-control': 'no-store' } });
}

/** Larger bodies than this are files, and files have a route of their own. */
const MAX_BODY_BYTES = 4 * 1024 * 1024;

/**
 * The request's JSON body, as `schema` wants it.
 * @throws Refusal 400 or 413.
 */
export async function readBody<T>(request: Request, schema: z.ZodType<T>, maxBytes = MAX_BODY_BYTES): Promise<T> {
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw new Refusal(413, 'That is too large.');
  const value: unknown = await request.json().catch(() => undefined);
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const issue = read.error.issues[0];
  // What a schema of ours says is a sentence for a person; what zod says by itself is not.
  if (issue?.message.endsWith('.')) throw new Refusal(400, issue.message);
  throw new Refusal(400, `The request is not as it should be${issue ? `: ${issue.path.join('.') || 'body'}: ${issue.message}` : '.'}`);
}

/** Runs a handler and turns what it throws into an answer: refusals as they are, the unexpected as a plain 500. */
export async function answering(handle: () => Promise<Response>): Promise<Response> {
  try {
    return await handle();
  } catch (error) {
    // By its name: routes are bundled apart from each other, so the class may be another copy of the same.
    if (error instanceof Error && error.name === 'Refusal') return json({ message: error.message }, (error as Refusal).status);
    console.error(error);
    return json({ message: 'Something went wrong on the server. What was kept before is still there.' }, 500);
  }
}

/** What a route looks up, or a 404 in the person's words. */
export function found<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Refusal(404, `There is no such ${what}. It may have been deleted.`);
  return value;
}

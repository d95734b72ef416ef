/**
 * The app's own routes as functions, for the browser. One door: nothing else in the page knows an address of ours.
 */
import type { Call, CallLine, RecordedAnswer } from '../bridge/messages';
import type { ReplyMessage, ReplyMetadata } from '../model/messages';
import type { Source, Version, Visibility } from '../program/program';

/** A route's refusal in words for a person. */
export class ApiError extends Error {
  readonly status: number;
  constructor(message: string, status: number) {
    super(message);
    this.name = 'ApiError';
    this.status = status;
  }
}

export type StartedReply = { programId: string; replyId: string; promptMessageId: string; base: Source };
/** A reply that is being written, and what it is written on top of. */
export type ActiveReply = { replyId: string; base: Source };
export type PromptKind = NonNullable<ReplyMetadata['kind']>;
export type VersionSummary = Omit<Version, 'source'>;

/** Begins a reply; without `programId` also the program. */
export function startReply(prompt: { programId?: string; text: string; kind: PromptKind; modelId?: string }): Promise<StartedReply> {
  return send('POST', '/api/prompt', prompt);
}

/** The reply being written for a program right now, if any. */
export function activeReply(programId: string): Promise<{ reply: ActiveReply | null }> {
  return send('GET', `/api/programs/${programId}/reply`);
}

export function stopReply(replyId: string): Promise<void> {
  return send('POST', `/api/replies/${replyId}/stop`);
}

export function renameProgram(programId: string, title: string): Promise<{ title: string }> {
  return send('PATCH', `/api/programs/${programId}`, { title });
}

/** Says who of the team may open it. */
export function setVisibility(programId: string, visibility: Visibility): Promise<{ visibility: Visibility }> {
  return send('PUT', `/api/programs/${programId}/visibility`, { visibility });
}

export function removeProgram(programId: string): Promise<void> {
  return send('DELETE', `/api/programs/${programId}`);
}

/** The conversation so far, without a reply that is still being written. */
export function listMessages(programId: string): Promise<{ messages: ReplyMessage[] }> {
  return send('GET', `/api/programs/${programId}/messages`);
}

export function listVersions(programId: string): Promise<{ versions: VersionSummary[]; currentVersionId: string | null }> {
  return send('GET', `/api/programs/${programId}/versions`);
}

export function getVersion(programId: string, versionId: string): Promise<Version> {
  return send('GET', `/api/programs/${programId}/versions/${versionId}`);
}

/** Makes an earlier version the current one again, as a new version. */
export function restoreVersion(programId: string, versionId: string): Promise<Version> {
  return send('POST', `/api/programs/${programId}/versions/${versionId}/restore`);
}

export function savePicture(programId: string, picture: Blob): Promise<void> {
  return send('PUT', `/api/programs/${programId}/picture`, picture);
}

export type LedgerLine = {
  id: string;
  at: string;
  from: string | null;
  binding: string;
  operation: string;
  effect: 'read' | 'write';
  args: unknown;
  rows: number | null;
  ms: number | null;
  outcome: string;
  message?: string | null;
};

export function listCalls(programId: string): Promise<{ calls: LedgerLine[] }> {
  return send('GET', `/api/programs/${programId}/calls`);
}

/** Puts on record that a program broke the rules of its frame. */
export function reportBreach(programId: string, message: string): Promise<void> {
  return send('POST', `/api/programs/${programId}/breaches`, { message });
}

export type SharedChanges = { revision: number; values: Record<string, unknown> };

export function sharedSince(programId: string, revision: number): Promise<SharedChanges> {
  return send('GET', `/api/programs/${programId}/shared?since=${revision}`);
}

export function setShared(programId: string, key: string, value: unknown): Promise<{ revision: number }> {
  return send('PUT', `/api/programs/${programId}/shared`, { key, value });
}

/**
 * Sends a batch of calls; `answer` is told each answer as it comes. Every call gets exactly one answer. `onWait` hears when
 * somebody has to allow one first. Without a version it is a draft that calls.
 */
export async function sendCalls(
  { programId, versionId }: { programId: string; versionId: string | null },
  calls: Call[],
  { answer, onWait }: { answer(answer: RecordedAnswer): void; onWait(): void },
  signal: AbortSignal,
): Promise<void> {
  const open = new Set(calls.map((call) => call.id));
  try {
    const response = await request('POST', '/api/bridge', { programId, versionId, calls }, signal);
    for await (const line of lines(response)) {
      if (line === '') continue; // A sign of life.
      const one = JSON.parse(line) as CallLine;
      if ('waits' in one) {
        onWait();
        continue;
      }
      open.delete(one.id);
      answer(one);
    }
  } catch (error) {
    if (signal.aborted) return;
    const message = error instanceof ApiError ? error.message : 'The app can’t be reached right now.';
    for (const id of open) answer({ id, ok: false, error: { code: 'unavailable', message, retryable: true } });
  }
}

async function* lines(response: Response): AsyncGenerator<string> {
  let rest = '';
  // Read by hand: WebKit's streams can't be iterated over.
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader();
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    const text = read.value;
    const parts = (rest + text).split('\n');
    rest = parts.pop()!;
    yield* parts;
  }
  if (rest) yield rest;
}

/** One request with a JSON body, or a Blob as it is. @throws ApiError */
export async function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await request(method, path, body);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** One request, its answer as it is. @throws ApiError */
export async function request(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<Response> {
  const raw = body instanceof Blob;
  const response = await fetch(path, {
    method,
    signal,
    ...(body !== undefined && { body: raw ? body : JSON.stringify(body), headers: { 'content-type': raw ? body.type : 'application/json' } }),
  });
  // A batch of which every call was refused is answered call by call all the same.
  if (response.ok || response.headers.get('content-type')?.startsWith('application/x-ndjson')) return response;
  const said = (await response.json().catch(() => null)) as { message?: string } | null;
  throw new ApiError(said?.message ?? `The app answered with an error (${response.status}).`, response.status);
}

/**
 * A language model made of scripts: it speaks the providers' protocols over real HTTP, so that everything between a
 * provider's package and the screen is the real thing.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { setImmediate as soon, setTimeout as wait } from 'node:timers/promises';
import { oddPieces, readReply } from './replies.ts';
import { anthropic } from './wire/anthropic.ts';
import { gateway } from './wire/gateway.ts';
import { google } from './wire/google.ts';
import { openaiChat } from './wire/openai-chat.ts';
import { openaiResponses } from './wire/openai-responses.ts';
import type { FinishWord, ToolCall, Wire } from './wire/wire.ts';

const WIRES: Wire[] = [anthropic, openaiChat, openaiResponses, google, gateway];

/** What a request is answered with. */
export type Act =
  /** An HTTP error in the provider's words. */
  | { status: number; retryAfter?: number; message?: string }
  | {
      /** A recorded reply, `'08'`, … */
      reply?: string;
      /** … or a text. */
      text?: string;
      /** Tools it asks for behind the text; then it ends with `tools`, unless it's said otherwise. */
      calls?: ToolCall[];
      /**
       * How it ends. `stall` leaves the connection open and silent, `cut` breaks it, `close` ends it as if all were
       * said, `malformed` sends what is no event of the protocol.
       */
      ends?: FinishWord | 'stall' | 'cut' | 'close' | 'malformed';
      /** The share of the text that is sent before it ends; 1 where it ends well, else ½. */
      after?: number;
      /** Milliseconds between two pieces. */
      paceMs?: number;
      /** Pieces are this many times longer than the odd sizes. */
      scale?: number;
      /** Right after each of these the stream waits for `goOn`; each is looked for behind the one before it. */
      holdAfter?: string[];
    };

/** One act for all requests, one after the other (the last repeats), or by what is asked. */
export type Script = Act | Act[] | ((request: ModelRequest) => Act);

export type ModelRequest = { wire: string; path: string; headers: Record<string, string | string[] | undefined>; body: unknown };

export type ModelServer = {
  /** `http://127.0.0.1:…`, to which each provider's own path is added (`/v1`, `/v1beta`). */
  url: string;
  /** Every model request so far. */
  requests: ModelRequest[];
  /** Begins another script, from its first act. */
  setScript(script: Script): void;
  /** Lets a held stream go on to its next hold; said before the hold is reached, it isn't held there. */
  goOn(): void;
  close(): Promise<void>;
};

/** What `/api/tags` and `/v1/models` list. */
const MODEL_NAMES = ['fake-coder:32b', 'fake-small:3b', 'fake-embed'];

/** Token counts of every answer. */
const USAGE = { input: 1_000, output: 500 };

/** Starts the server on a free port of loopback. */
export async function startModelServer(script: Script = { reply: '08' }): Promise<ModelServer> {
  const requests: ModelRequest[] = [];
  const gate = createGate();
  let acts = script;
  let turn = 0;
  const next = (request: ModelRequest): Act => {
    if (typeof acts === 'function') return acts(request);
    return Array.isArray(acts) ? acts[Math.min(turn++, acts.length - 1)]! : acts;
  };
  const server = createServer(async (request, response) => {
    const path = new URL(request.url!, 'http://localhost').pathname;
    const wire = WIRES.find(({ answers }) => answers(request.method!, path));
    if (!wire) return answerList(path, response);
    const asked = { wire: wire.name, path, headers: request.headers, body: await readBody(request) };
    requests.push(asked);
    await perform(next(asked), wire, response, gate).catch(() => response.destroy());
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    setScript: (other) => {
      acts = other;
      turn = 0;
      gate.close();
    },
    goOn: gate.open,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function answerList(path: string, response: ServerResponse): void {
  if (path === '/api/tags') return sendJson(response, 200, { models: MODEL_NAMES.map((name) => ({ name, model: name })) });
  if (path === '/v1/models') return sendJson(response, 200, { object: 'list', data: MODEL_NAMES.map((id) => ({ id, object: 'model' })) });
  sendJson(response, 404, { error: { message: 'Not found' } });
}

async function perform(act: Act, wire: Wire, response: ServerResponse, gate: Gate): Promise<void> {
  if ('status' in act) {
    if (act.retryAfter !== undefined) response.setHeader('retry-after', String(act.retryAfter));
    return sendJson(response, act.status, wire.error(act.status, act.message ?? 'Scripted error'));
  }
  const text = act.text ?? (act.reply === undefined ? '' : readReply(act.reply));
  const calls = act.calls ?? [];
  const ends = act.ends ?? (calls.length > 0 ? 'tools' : 'stop');
  const whole = !['stall', 'cut', 'malformed'].includes(ends);
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' });
  response.write(wire.start('fake-model'));
  const sent = text.slice(0, Math.round(text.length * (act.after ?? (whole ? 1 : 0.5))));
  for (const [at, stretch] of stretches(sent, act.holdAfter ?? []).entries()) {
    if (at > 0) await gate.pass();
    for (const piece of oddPieces(stretch, act.scale)) {
      if (response.destroyed) return;
      response.write(wire.delta(piece));
      await (act.paceMs ? wait(act.paceMs) : soon());
    }
  }
  for (const [at, call] of calls.entries()) response.write(wire.call(call, at + 1));
  if (ends === 'stall') return;
  if (ends === 'cut') return void response.socket?.end(); // What was written still arrives; the answer's end doesn't.
  if (ends === 'malformed') response.write('data: {"this is": no event\n\n');
  else if (ends !== 'close') response.write(wire.finish(ends, USAGE));
  response.end();
}

type Gate = { pass(): Promise<void>; open(): void; close(): void };

/** Opens for one who passes at a time, whoever of the two comes first. */
function createGate(): Gate {
  let opened = 0;
  let waiting: (() => void)[] = [];
  return {
    pass: () => (opened > 0 ? Promise.resolve(void opened--) : new Promise((resolve) => waiting.push(resolve))),
    open() {
      const first = waiting.shift();
      if (first) first();
      else opened++;
    },
    close() {
      opened = 0;
      waiting = [];
    },
  };
}

/** The text, cut right behind each of the marks. @throws where a mark isn't there: a test that waits for it would wait for ever */
function stretches(text: string, marks: readonly string[]): string[] {
  const found: string[] = [];
  let from = 0;
  for (const mark of marks) {
    const at = text.indexOf(mark, from);
    if (at < 0) throw new Error(`The reply has no '${mark}' behind the mark before it.`);
    found.push(text.slice(from, at + mark.length));
    from = at + mark.length;
  }
  return [...found, text.slice(from)];
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += chunk;
  return text === '' ? null : JSON.parse(text);
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}

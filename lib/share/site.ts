import { createHash } from 'node:crypto';
import type http from 'node:http';
import { z } from 'zod';
import { ADDRESS_HEADER } from '../auth/address';
import type { Viewer } from '../auth/viewer';
import { isSignedIn, viewerOf } from '../auth/who';
import { readConfig } from '../config/config';
import type { FoundShare, Store } from '../store';
import { Asks } from './asks';
import { built } from './built';
import { type Compiled, compiledVersion } from './compiled';
import { type KnownLink, KnownLinks } from './known-links';
import { MAX_BODY_BYTES, MAX_CALLS, MAX_PASSWORD_UNITS, MAX_STREAMS } from './limits';
import type { AnswerLine, FunctionAnswer, Shell, StreamEvent } from './messages';
import { openingOf, titleOf, versionOf } from './opening';
import { type Page, elsewherePage, gonePage, pageOf, pagePolicy } from './page';
import { isPassword } from './password';
import { type Question, questionOf } from './question';
import { offersRemix } from './remix';
import { isAlive, letsAsk, mayBeOpened } from './standing';
import { Throttle } from './throttle';
import { giveTicket, isPass, isTicket } from './tickets';
import { ViewersAnswers, wordsFor } from './viewers';

type Request = http.IncomingMessage;
type Response = http.ServerResponse;

/** `/s/token` and `/embed/token`, and what is below them. */
const ADDRESS = /^\/(s|embed)\/([^/?]{1,200})(?:\/(open|calls|stream|picture\.png))?\/?$/;

/** Pages are made anew as often: the ticket in them is good for hours. */
const PAGE_SECONDS = 10 * 60;
/** Openings are counted in the store together. */
const COUNT_EVERY_MS = 1_000;
/** How often it is looked whether an open page's link is over: expiry has no signal. */
const WATCH_EVERY_MS = 500;
const SIGN_OF_LIFE_MS = 15_000;

/** Tokens that are none: a person mistypes a few, who guesses wants millions. */
const GUESSES = { burst: 30, perSecond: 0.5 };
/** Passwords tried from one address at one link, and at one link altogether. */
const PASSWORDS = { burst: 5, perSecond: 0.1 };
const PASSWORDS_OF_LINK = { burst: 60, perSecond: 1 };
/** Questions that nobody asked lately, from one address at one link: a page full of them at once, and then as fast as anybody filters. */
const RUNS = { burst: 80, perSecond: 5 };

const CALLS = z.object({
  ticket: z.string().max(200),
  calls: z.array(z.object({ id: z.number().int().nonnegative(), name: z.string().min(1).max(200), args: z.unknown().optional() })).max(MAX_CALLS),
});
const OPEN = z.object({ password: z.string().max(MAX_PASSWORD_UNITS).optional() });

/** A link that somebody asks for. `person` is in whose name it reads, where it does. */
type Opened = { link: KnownLink; embedded: boolean; person: Viewer | null; isCounted: boolean };
/** How its page is drawn for them. */
type Drawn = Pick<Opened, 'embedded' | 'person'> & { mayRemix: boolean };

type Kept = { page: Page; changes: number; at: number };

/**
 * Everything that people who have nothing but a link may ask for. It stands before Next in the server (scripts/serve.ts): pages are kept as they are
 * sent, and nothing of the app's own code or routes takes part.
 */
export class ShareSite {
  readonly #links = new KnownLinks((link, before) => this.#changed(link, before));
  readonly #answers = new ViewersAnswers();
  readonly #pages = new WeakMap<KnownLink, Map<string, Kept>>();
  readonly #openings = new Map<string, number>();
  readonly #guesses = new Throttle(GUESSES);
  readonly #passwords = new Throttle(PASSWORDS);
  readonly #passwordsOfLink = new Throttle(PASSWORDS_OF_LINK);
  readonly #runs = new Throttle(RUNS);
  readonly #asks = new Asks();
  readonly #store: Store;
  readonly #style: string;
  readonly #styleHash: string;
  readonly #script: string;
  readonly #config = readConfig();
  readonly #goneHeaders: http.OutgoingHttpHeaders;
  readonly #gone: Page;
  readonly #elsewhere: Page;
  readonly #elsewhereHeaders: http.OutgoingHttpHeaders;
  readonly #timers: ReturnType<typeof setInterval>[];
  #streams = 0;

  constructor(store: Store) {
    this.#store = store;
    this.#style = built().page;
    this.#styleHash = createHash('sha256').update(this.#style).digest('base64');
    this.#script = built().assets.sharePath;
    this.#goneHeaders = pageHeaders({ script: null, styleHash: this.#styleHash, sandboxOrigin: this.#config.sandboxOrigin, ancestors: [] });
    this.#gone = gonePage(this.#style);
    // It says the same to everybody, so any site may show it.
    this.#elsewhereHeaders = pageHeaders({ script: null, styleHash: this.#styleHash, sandboxOrigin: this.#config.sandboxOrigin, ancestors: ['*'] });
    this.#elsewhere = elsewherePage(this.#style);
    this.#timers = [setInterval(() => void this.#count(), COUNT_EVERY_MS), setInterval(() => void this.#watch(), WATCH_EVERY_MS)];
    for (const timer of this.#timers) timer.unref();
  }

  /** Whether an address is one of these. */
  static answersFor(url: string): boolean {
    return url.startsWith('/s/') || url.startsWith('/embed/');
  }

  /** Answers a request for one of these addresses. Never rejects. */
  async answer(request: Request, response: Response): Promise<void> {
    try {
      await this.#answer(request, response);
    } catch (error) {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end('Something went wrong on the server.\n');
      else response.end();
    }
  }

  /** The sites that may show a link's page within theirs, for its frame's own ancestors. None where it isn't open. */
  async embedOrigins(shareId: string): Promise<string[]> {
    const [share] = await this.#store.shares.those([shareId]);
    return share && isAlive(share) ? share.embedOrigins : [];
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.#count();
    this.#links.close();
    this.#answers.close();
    this.#asks.close();
  }

  async #answer(request: Request, response: Response): Promise<void> {
    const url = request.url ?? '/';
    const at = url.indexOf('?');
    const [, place, token, what] = ADDRESS.exec(at < 0 ? url : url.slice(0, at)) ?? [];
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    if (token === undefined || isRead === (what === 'open' || what === 'calls')) return this.#sendGone(request, response);
    const link = this.#links.recent(token) ?? (await this.#find(token, request, response));
    if (!link) return;
    const embedded = place === 'embed';
    // Another site's page brings nobody's session along.
    if (embedded && (link.share.embedOrigins.length === 0 || link.share.mode === 'viewer')) return this.#sendGone(request, response);
    if (embedded && what === undefined && !isAllowed(link.share.embedOrigins, request)) return this.#send(request, response, 403, this.#elsewhere, this.#elsewhereHeaders);
    const query = new URLSearchParams(at < 0 ? '' : url.slice(at + 1));
    const person = link.share.mode === 'viewer' ? await this.#personFor(link, request) : null;
    if (person === 'nobody') return what === undefined ? this.#sendToSignIn(url, response) : this.#sendGone(request, response);
    if (person === 'stranger') return this.#sendGone(request, response);
    const opened: Opened = { link, embedded, person, isCounted: !isPass(this.#store.shares, link.share, query.get('look')) };
    if (what === undefined) return this.#page(opened, request, response);
    if (what === 'picture.png') return this.#picture(link, request, response);
    if (what === 'stream') return this.#stream(opened, query.get('ticket'), request, response);
    return what === 'open' ? this.#open(opened, request, response) : this.#calls(opened, request, response);
  }

  /** The link of a token; where there is none that is said. Who asks for many that are none has to wait; a crowd that opens the same one at once doesn't. */
  async #find(token: string, request: Request, response: Response): Promise<KnownLink | null> {
    const from = addressOf(request);
    const isGuess = this.#links.isNew(token);
    if (isGuess && !this.#guesses.take(from)) {
      response.writeHead(429, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store', 'retry-after': '10' }).end('Too many links that lead nowhere were tried from here. Try again in a moment.\n');
      return null;
    }
    const link = await this.#links.find(token);
    if (!link) this.#sendGone(request, response);
    else if (isGuess) this.#guesses.giveBack(from);
    return link;
  }

  /** Who of the program's team looks at a link that reads in their name. */
  async #personFor({ share }: KnownLink, request: Request): Promise<Viewer | 'nobody' | 'stranger'> {
    const headers = headersOf(request);
    const viewer = await viewerOf(headers);
    if (!viewer) return (await isSignedIn(headers)) ? 'stranger' : 'nobody';
    const { teamId } = share.program;
    const role = viewer.team.id === teamId ? viewer.team.role : await this.#store.teams.role(teamId, viewer.id);
    return role === null ? 'stranger' : { ...viewer, team: { id: teamId, role } };
  }

  #sendToSignIn(url: string, response: Response): void {
    response.writeHead(302, { ...PRIVATE, location: `${this.#config.appOrigin}/sign-in?to=${encodeURIComponent(url)}` }).end();
  }

  async #page(opened: Opened, request: Request, response: Response): Promise<void> {
    const { link, embedded, isCounted } = opened;
    const { share } = link;
    if (!mayBeOpened(share)) return this.#sendGone(request, response);
    const page = await this.#pageOf(opened, request);
    if (!page) return this.#sendGone(request, response);
    // A limited one is counted when its program is asked for, so that whoever only looks what an address is doesn't use it up.
    if (isCounted && share.maxViews === null && share.password === null && request.method === 'GET') this.#openings.set(share.id, (this.#openings.get(share.id) ?? 0) + 1);
    this.#send(request, response, 200, page, this.#headers(embedded ? share.embedOrigins : []));
  }

  async #pageOf({ link, embedded, person }: Opened, request: Request): Promise<Page | null> {
    const pages = this.#pages.get(link) ?? new Map<string, Kept>();
    this.#pages.set(link, pages);
    const drawn: Drawn = { embedded, person, mayRemix: !embedded && (await offersRemix(link.share, headersOf(request))) };
    const kind = `${embedded} ${drawn.mayRemix}`;
    const kept = pages.get(kind);
    if (kept && !person && kept.changes === link.changes && Date.now() - kept.at < PAGE_SECONDS * 1_000) return kept.page;
    const { changes, share } = link;
    const shell = await this.#shellOf(link, drawn);
    if (!shell) return null;
    const url = `${this.#config.appOrigin}${(request.url ?? '').split('?', 1)[0]}`;
    const title = share.password === null ? titleOf(share) : 'A shared interface';
    const preview = share.password === null && !embedded ? { title, url, picture: showsPicture(share) ? `${url}/picture.png` : null } : null;
    const page = pageOf({ title, preview, shell, script: this.#script, style: this.#style });
    if (!person) pages.set(kind, { page, changes, at: Date.now() });
    return page;
  }

  async #shellOf({ share }: KnownLink, drawn: Drawn): Promise<Shell | null> {
    const versionId = versionOf(share);
    const compiled = versionId === null ? null : await compiledVersion(versionId);
    if (!compiled) return null;
    if (share.password !== null || share.maxViews !== null) return { locked: share.password !== null };
    return { opening: await openingOf(share, compiled, { ...drawn, ticket: giveTicket(this.#store.shares, share, drawn.person?.id) }) };
  }

  /** Opens a link that has a password, or may be opened so often only. */
  async #open({ link, embedded, person, isCounted }: Opened, request: Request, response: Response): Promise<void> {
    const { share } = link;
    const asked = await bodyOf(request, OPEN);
    if (!asked || !mayBeOpened(share)) return this.#sendGone(request, response);
    if (share.password !== null) {
      if (!this.#passwords.take(`${share.id} ${addressOf(request)}`) || !this.#passwordsOfLink.take(share.id)) return sendJson(response, 429, { message: 'That was tried too often. Wait a minute.' });
      if (!(await isPassword(asked.password ?? '', share.password))) return sendJson(response, 403, { message: 'That isn’t it.' });
    }
    const versionId = versionOf(share);
    const compiled = versionId === null ? null : await compiledVersion(versionId);
    if (!compiled || (isCounted && !(await this.#store.shares.count(share.id, 1)))) return this.#sendGone(request, response);
    if (isCounted) link.share = { ...link.share, views: link.share.views + 1 };
    const mayRemix = !embedded && (await offersRemix(share, headersOf(request)));
    sendJson(response, 200, await openingOf(share, compiled, { ticket: giveTicket(this.#store.shares, share, person?.id), embedded, person, mayRemix }));
  }

  /** Answers to calls of data functions, each as soon as it is there. What would change something is asked for, where the link lets it. */
  async #calls({ link, person, embedded }: Opened, request: Request, response: Response): Promise<void> {
    const { share } = link;
    const asked = await bodyOf(request, CALLS);
    if (!asked || !isTicket(this.#store.shares, share, asked.ticket, person?.id)) return this.#sendGone(request, response);
    const versionId = versionOf(share);
    const compiled = versionId === null ? null : await compiledVersion(versionId);
    if (!compiled) return this.#sendGone(request, response);
    response.writeHead(200, { ...PRIVATE, 'content-type': 'application/x-ndjson; charset=utf-8' });
    const names = new Set(compiled.functions.map(({ name }) => name));
    const from = `${share.id} ${person?.id ?? addressOf(request)}`;
    await Promise.all(
      asked.calls.map(async ({ id, name, args }) => {
        const question = names.has(name) ? questionOf(name, args) : null;
        if (!question) return response.write(failed(id, 'bad-arguments', false));
        if (!this.#answers.isAtHand(share, compiled, question) && !this.#runs.take(from)) return response.write(failed(id, 'busy', true));
        const answer = await this.#answers.get(share, compiled, question, person);
        if (!answer.ok && answer.code === 'writes' && !embedded) return response.write(await this.#ask({ link, person, id, from }, compiled, question, response));
        // It may have ended while it was asked.
        if (!isAlive(link.share)) return;
        response.write(answer.ok ? `{"id":${id},"ok":true,"at":${JSON.stringify(answer.at)},"value":${answer.json}}\n` : failed(id, answer.code, answer.retryable));
      }),
    );
    response.end();
  }

  /** Asks for a change and waits for what comes of it. Gives the answer's line. */
  async #ask({ link, person, id, from }: { link: KnownLink; person: Viewer | null; id: number; from: string }, compiled: Compiled, question: Question, response: Response): Promise<string> {
    const gone = new AbortController();
    const onClose = () => gone.abort();
    response.on('close', onClose);
    // What stands between the two ends connections on which nothing is said.
    const signOfLife = setInterval(() => response.write('\n'), SIGN_OF_LIFE_MS);
    try {
      const onWait = () => void response.write(`${JSON.stringify({ id, waits: true } satisfies AnswerLine)}\n`);
      const at = new Date().toISOString();
      const ran = await this.#asks.ask(link, compiled, question, { person, from, signal: gone.signal, onWait });
      // It may have been made all the same where it isn't one of these.
      if (!ASKED.has(ran.ok ? '' : ran.code)) this.#answers.changed(link.share.programId);
      if (ran.ok) return `{"id":${id},"ok":true,"at":${JSON.stringify(at)},"changed":${ran.changed},"value":${JSON.stringify(ran.value)}}\n`;
      return failed(id, ASKED.has(ran.code) ? ran.code : 'not-done', ran.retryable);
    } finally {
      clearInterval(signOfLife);
      response.off('close', onClose);
    }
  }

  /** Server-sent events: `end` when the link is over, `newer` when it shows something else. */
  #stream({ link, person }: Opened, ticket: string | null, request: Request, response: Response): void {
    if (!isTicket(this.#store.shares, link.share, ticket, person?.id)) return this.#sendGone(request, response);
    if (this.#streams >= MAX_STREAMS) return void response.writeHead(503, { 'retry-after': '60' }).end();
    this.#streams += 1;
    response.writeHead(200, { ...PRIVATE, 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' });
    response.write(': here\n\n');
    const signOfLife = setInterval(() => response.write(': here\n\n'), SIGN_OF_LIFE_MS);
    const tell = (event: StreamEvent) => {
      response.write(`event: ${event}\ndata: \n\n`);
      if (event === 'end') response.end();
    };
    link.streams.set(tell, person?.id ?? null);
    response.on('close', () => {
      this.#streams -= 1;
      clearInterval(signOfLife);
      link.streams.delete(tell);
    });
  }

  async #picture(link: KnownLink, request: Request, response: Response): Promise<void> {
    const { share } = link;
    const picture = showsPicture(share) && mayBeOpened(share) ? await this.#store.shares.picture(share.id) : null;
    if (!picture) return this.#sendGone(request, response);
    response.writeHead(200, { ...PRIVATE, 'content-type': 'image/png', 'content-length': picture.length, 'content-security-policy': "default-src 'none'", 'cross-origin-resource-policy': 'cross-origin' });
    response.end(request.method === 'HEAD' ? undefined : Buffer.from(picture));
  }

  #changed(link: KnownLink, before: FoundShare): void {
    if (!isAlive(link.share) || !letsAsk(link.share)) this.#asks.end(link);
    const event = isAlive(link.share) ? 'newer' : 'end';
    if (event === 'newer' && shownBy(before) === shownBy(link.share)) return;
    for (const tell of link.streams.keys()) tell(event);
  }

  /** Ends the pages of links that are over, whether or not anybody said so. */
  async #watch(): Promise<void> {
    for (const link of this.#links.followed()) {
      if (!isAlive(link.share)) this.#changed(link, link.share);
      else await this.#watchOne(link).catch((error: unknown) => console.error(error));
    }
  }

  async #watchOne(link: KnownLink): Promise<void> {
    await this.#links.lookIfOld(link);
    if (link.share.mode !== 'viewer') return;
    const there = new Set((await this.#store.teams.members(link.share.program.teamId)).map(({ id }) => id));
    for (const [tell, personId] of link.streams) if (personId === null || !there.has(personId)) tell('end');
  }

  async #count(): Promise<void> {
    const openings = [...this.#openings];
    this.#openings.clear();
    for (const [id, count] of openings) await this.#store.shares.count(id, count).catch((error: unknown) => console.error(error));
  }

  #headers(embedOrigins: readonly string[]): http.OutgoingHttpHeaders {
    return pageHeaders({ script: this.#config.appOrigin + this.#script, styleHash: this.#styleHash, sandboxOrigin: this.#config.sandboxOrigin, ancestors: embedOrigins });
  }

  #sendGone(request: Request, response: Response): void {
    this.#send(request, response, 404, this.#gone, this.#goneHeaders);
  }

  #send(request: Request, response: Response, status: number, page: Page, headers: http.OutgoingHttpHeaders): void {
    const zipped = /\bgzip\b/.test(request.headers['accept-encoding']?.toString() ?? '');
    const body = zipped ? page.gzip : page.plain;
    response.writeHead(status, { ...headers, 'content-length': body.length, ...(zipped && { 'content-encoding': 'gzip' }) });
    response.end(request.method === 'HEAD' ? undefined : body);
  }
}

/** Ends of a change that whoever asked for it is told. */
const ASKED = new Set(['writes', 'denied', 'approval-expired', 'asks-full', 'bad-arguments']);

/** Nothing of it may be kept by anybody: it may be over the next moment. */
const PRIVATE = { 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer', 'x-content-type-options': 'nosniff', 'x-robots-tag': 'noindex, nofollow' };

function pageHeaders(of: Parameters<typeof pagePolicy>[0]): http.OutgoingHttpHeaders {
  return {
    ...PRIVATE,
    'content-type': 'text/html; charset=utf-8',
    vary: 'accept-encoding',
    'content-security-policy': pagePolicy(of),
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  };
}

function failed(id: number, code: string, retryable: boolean): string {
  return `${JSON.stringify({ id, ok: false, error: { code, message: wordsFor(code), retryable } } satisfies FunctionAnswer)}\n`;
}

function sendJson(response: Response, status: number, value: unknown): void {
  response.writeHead(status, { ...PRIVATE, 'content-type': 'application/json' }).end(JSON.stringify(value));
}

/**
 * Whether the site around a frame may show what is in it, as far as the browser says which one it is. The page's own policy (`frame-ancestors`) keeps
 * out the others; this is for saying why.
 */
function isAllowed(embedOrigins: readonly string[], { headers: { referer } }: Request): boolean {
  const around = referer !== undefined && URL.canParse(referer) ? new URL(referer).origin : null;
  return around === null || around === readConfig().appOrigin || embedOrigins.includes(around);
}

/** Rows of who made it are in its picture: it is shown to those who may see the same. */
function showsPicture({ hasPicture, password, mode }: FoundShare): boolean {
  return hasPicture && password === null && mode !== 'viewer';
}

/** Of a request's headers those that say who sent it. */
function headersOf({ headers: { cookie } }: Request): Headers {
  return new Headers(cookie ? { cookie } : {});
}

function addressOf({ headers, socket }: Request): string {
  return String(headers[ADDRESS_HEADER] ?? socket.remoteAddress ?? '');
}

/** What a page shows of a link: where that is the same, nothing is new. */
function shownBy(share: FoundShare): string {
  return JSON.stringify([versionOf(share), share.mode, share.takenAt, titleOf(share), share.by]);
}

/** A body as it should be, or null: too large, no JSON, or of another form. */
async function bodyOf<T>(request: Request, schema: z.ZodType<T>): Promise<T | null> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > MAX_BODY_BYTES) return null;
    pieces.push(piece);
  }
  try {
    return schema.safeParse(JSON.parse(Buffer.concat(pieces).toString())).data ?? null;
  } catch {
    return null;
  }
}

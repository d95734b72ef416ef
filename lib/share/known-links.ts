import { type FoundShare, getStore } from '../store';
import { KNOWN_MS, MAX_KNOWN_LINKS } from './limits';
import type { StreamEvent } from './messages';
import { isAlive } from './standing';

/** A link as this process knows it. */
export type KnownLink = {
  share: FoundShare;
  /** When that was read, in milliseconds. */
  at: number;
  /** Counts up with whatever its page shows. */
  changes: number;
  /** Pages that hear of changes, and whose each is where it reads in somebody's name. */
  streams: Map<(event: StreamEvent) => void, string | null>;
  off(): void;
};

/**
 * Links that were opened lately, by token. Each is looked at again once it is older than a second, and at once when a signal says that it
 * changed. What isn't there isn't remembered, so that all of that takes as long.
 */
export class KnownLinks {
  readonly #byToken = new Map<string, KnownLink>();
  readonly #looks = new Map<KnownLink, Promise<unknown>>();
  readonly #finds = new Map<string, Promise<KnownLink | null>>();
  readonly #onChange: (link: KnownLink, before: FoundShare) => void;

  /** `onChange` hears when a link is another than it was, or none any more (then it is as if revoked). */
  constructor(onChange: (link: KnownLink, before: FoundShare) => void) {
    this.#onChange = onChange;
  }

  /** A link that was looked at just now, and is alive: what most requests are for. */
  recent(token: string, now = Date.now()): KnownLink | null {
    const link = this.#byToken.get(token);
    return link && now - link.at < KNOWN_MS && isAlive(link.share, now) ? link : null;
  }

  /** Whether a token is another one than those that are known, or looked for already. */
  isNew(token: string): boolean {
    return !this.#byToken.has(token) && !this.#finds.has(token);
  }

  /** The link of a token that is alive; null where there is none, or none any more. */
  async find(token: string): Promise<KnownLink | null> {
    const known = this.#byToken.get(token);
    if (!known) return this.#findNew(token);
    await this.lookIfOld(known);
    if (isAlive(known.share)) return known;
    this.#forget(token);
    return null;
  }

  /** Links that pages hear of. */
  followed(): KnownLink[] {
    return [...this.#byToken.values()].filter(({ streams }) => streams.size > 0);
  }

  async lookIfOld(link: KnownLink): Promise<void> {
    if (Date.now() - link.at >= KNOWN_MS) await this.look(link);
  }

  /** Reads a link anew. Whoever asks meanwhile waits for the same. */
  look(link: KnownLink): Promise<unknown> {
    const known = this.#looks.get(link);
    if (known) return known;
    const looking = this.#read(link).finally(() => this.#looks.delete(link));
    this.#looks.set(link, looking);
    return looking;
  }

  close(): void {
    for (const { off } of this.#byToken.values()) off();
    this.#byToken.clear();
  }

  /** Whoever asks for the same meanwhile waits for the same. */
  #findNew(token: string): Promise<KnownLink | null> {
    const finding = this.#finds.get(token) ?? this.#add(token).finally(() => this.#finds.delete(token));
    this.#finds.set(token, finding);
    return finding;
  }

  async #add(token: string): Promise<KnownLink | null> {
    const { shares } = await getStore();
    const share = await shares.byToken(token);
    if (!share || !isAlive(share)) return null;
    const link: KnownLink = { share, at: Date.now(), changes: 0, streams: new Map(), off: shares.onChange(share.id, () => void this.look(link).catch((error: unknown) => console.error(error))) };
    this.#byToken.set(token, link);
    if (this.#byToken.size > MAX_KNOWN_LINKS) this.#forgetOne();
    return link;
  }

  async #read(link: KnownLink): Promise<void> {
    const asOf = Date.now();
    const [share] = await (await getStore()).shares.those([link.share.id]);
    const before = link.share;
    link.at = asOf;
    link.share = share ?? { ...before, revokedAt: new Date().toISOString() };
    if (JSON.stringify({ ...before, views: 0 }) === JSON.stringify({ ...link.share, views: 0 })) return;
    link.changes += 1;
    this.#onChange(link, before);
  }

  #forgetOne(): void {
    for (const [token, { streams }] of this.#byToken) if (streams.size === 0) return this.#forget(token);
  }

  #forget(token: string): void {
    this.#byToken.get(token)?.off();
    this.#byToken.delete(token);
  }
}

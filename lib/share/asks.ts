import type { Viewer } from '../auth/viewer';
import { getStore } from '../store';
import type { Compiled } from './compiled';
import type { KnownLink } from './known-links';
import { ASK_SECONDS, MAX_ASKING, MAX_ASKING_OF_LINK } from './limits';
import type { Question } from './question';
import { type Ran, runFunction } from './run-function';
import { isAlive, letsAsk } from './standing';
import { Throttle } from './throttle';

/** Changes asked for by one person or from one address at a link, and at one link altogether. */
const OF_ONE = { burst: 5, perSecond: 1 / 60 };
const OF_LINK = { burst: 20, perSecond: 1 / 20 };

type Asked = {
  person: Viewer | null;
  /** Who asks, as far as it is known: a person, or an address. */
  from: string;
  /** Fires where nobody waits for the answer any more. */
  signal: AbortSignal;
  /** A person is asked now. */
  onWait(): void;
};

/**
 * Changes that people ask for through links. Each is a run of the program's own function on the server, which waits there for the yes of a person of
 * the team: what they are shown is what is sent, and nobody outside holds anything that could be sent again or otherwise.
 */
export class Asks {
  readonly #ofOne = new Throttle(OF_ONE);
  readonly #ofLink = new Throttle(OF_LINK);
  readonly #asking = new Map<string, Set<AbortController>>();

  /** Ends what is asked through a link that is over, or lets nobody ask any more. */
  end(link: KnownLink): void {
    for (const controller of this.#asking.get(link.share.id) ?? []) controller.abort();
  }

  /** Ends everything. */
  close(): void {
    for (const controllers of this.#asking.values()) for (const controller of controllers) controller.abort();
  }

  /** Runs a function that changes something, asking first. Failures have the codes of `wordsFor`. */
  async ask(link: KnownLink, compiled: Compiled, question: Question, { person, from, signal, onWait }: Asked): Promise<Ran> {
    const { share } = link;
    const refused = (code: string): Ran => ({ ok: false, code, retryable: code === 'asks-full', bindings: [] });
    if (!letsAsk(share)) return refused('writes');
    const ofLink = this.#asking.get(share.id) ?? new Set<AbortController>();
    const all = [...this.#asking.values()].reduce((sum, { size }) => sum + size, 0);
    if (ofLink.size >= MAX_ASKING_OF_LINK || all >= MAX_ASKING) return refused('asks-full');
    if (!this.#ofOne.take(`${share.id} ${from}`) || !this.#ofLink.take(share.id)) return refused('asks-full');
    const controller = new AbortController();
    this.#asking.set(share.id, ofLink.add(controller));
    try {
      // Other processes have their own.
      if ((await (await getStore()).approvals.countVia(share.id)) >= MAX_ASKING_OF_LINK) return refused('asks-full');
      return await runFunction(share, compiled, question, {
        person: person ?? undefined,
        signal: AbortSignal.any([signal, controller.signal]),
        asks: { onWait, seconds: ASK_SECONDS, isStillLet: () => isStillLet(link, person) },
      });
    } finally {
      ofLink.delete(controller);
      if (ofLink.size === 0) this.#asking.delete(share.id);
    }
  }
}

/** As the store has it now, whatever this process remembers: the yes may have come after the end. */
async function isStillLet({ share: { id } }: KnownLink, person: Viewer | null): Promise<boolean> {
  const { shares, teams } = await getStore();
  const [share] = await shares.those([id]);
  if (!share || !isAlive(share) || !letsAsk(share)) return false;
  return person === null || (await teams.role(share.program.teamId, person.id)) !== null;
}

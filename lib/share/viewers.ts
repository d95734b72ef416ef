import type { Viewer } from '../auth/viewer';
import { type FoundShare, getStore } from '../store';
import { Answers, type Answer } from './answers';
import type { Compiled } from './compiled';
import { MAX_KNOWN_LINKS } from './limits';
import type { Question } from './question';
import { runFunction } from './run-function';

/** What viewers are told where there's no answer: nothing of what went wrong inside. */
const NOT_IN_SNAPSHOT: Answer = { ok: false, code: 'not-in-snapshot', retryable: false };

/** Answers for people who have nothing but a link, shared between all of them. */
export class ViewersAnswers {
  readonly #answers = new Answers();
  readonly #snapshots = new Map<string, Promise<ReadonlySet<string>>>();
  /** Whose grants are listened to, and how often they changed: what was read before that is asked for no more. */
  readonly #watched = new Map<string, () => void>();
  readonly #changes = new Map<string, number>();

  /** Whether nobody's system is asked for it. */
  isAtHand(share: FoundShare, compiled: Compiled, question: Question): boolean {
    if (share.mode === 'viewer') return false;
    return share.mode === 'snapshot' || this.#answers.has(this.#keyOf(share, compiled, question));
  }

  /** In the name of `person` where there's one: what is theirs to see is kept for nobody. */
  async get(share: FoundShare, compiled: Compiled, question: Question, person: Viewer | null): Promise<Answer> {
    if (person) return this.#read(share, compiled, question, person);
    if (share.mode === 'snapshot' && !(await this.#keysOf(share)).has(question.key)) return NOT_IN_SNAPSHOT;
    const make = share.mode === 'snapshot' ? () => taken(share, question) : () => this.#read(share, compiled, question);
    return this.#answers.get(this.#keyOf(share, compiled, question), make, share.mode === 'snapshot');
  }

  /** Something of a program's data was changed: what was read before isn't given any more. */
  changed(programId: string): void {
    this.#changes.set(programId, (this.#changes.get(programId) ?? 0) + 1);
  }

  close(): void {
    for (const off of this.#watched.values()) off();
  }

  async #read(share: FoundShare, compiled: Compiled, question: Question, person?: Viewer): Promise<Answer> {
    const at = new Date().toISOString();
    const ran = await runFunction(share, compiled, question, { person });
    const { grants } = (await getStore()).team(share.program.teamId);
    for (const binding of ran.bindings) {
      const key = `${share.programId} ${binding}`;
      if (this.#watched.has(key)) continue;
      this.#watched.set(key, grants.onChange(share.programId, binding, () => this.changed(share.programId)));
    }
    if (!ran.ok && ran.code === 'writes') return { ok: false, code: 'writes', retryable: false };
    return ran.ok ? { ok: true, json: JSON.stringify(ran.value), at } : { ok: false, code: ran.retryable ? 'unavailable' : 'not-shown', retryable: ran.retryable };
  }

  /** What a snapshot has: what it hasn't costs no look into the database, however often it's asked for. */
  #keysOf({ id, takenAt }: FoundShare): Promise<ReadonlySet<string>> {
    const key = `${id} ${takenAt}`;
    const known = this.#snapshots.get(key) ?? getStore().then(async ({ shares }) => new Set(await shares.keys(id)));
    this.#snapshots.delete(key);
    this.#snapshots.set(key, known);
    known.catch(() => this.#snapshots.delete(key));
    if (this.#snapshots.size > MAX_KNOWN_LINKS) this.#snapshots.delete(this.#snapshots.keys().next().value!);
    return known;
  }

  /** Readings of now are the same for all links that one person made of a program and that show one version; what a snapshot has is its own. */
  #keyOf({ mode, mayAsk, id, takenAt, programId, ownerId }: FoundShare, { versionId }: Compiled, { key }: Question): string {
    return mode === 'snapshot' ? `${id} ${takenAt} ${key}` : `${programId} ${ownerId} ${mayAsk} ${this.#changes.get(programId) ?? 0} ${versionId} ${key}`;
  }
}

async function taken(share: FoundShare, { key }: Question): Promise<Answer> {
  const result = await (await getStore()).shares.result(share.id, key);
  return result && share.takenAt ? { ok: true, json: JSON.stringify(result.value), at: share.takenAt } : NOT_IN_SNAPSHOT;
}

/** An end of a call in words for a person who knows nothing of the program. */
export function wordsFor(code: string): string {
  return WORDS[code] ?? 'This can’t be shown here.';
}

const WORDS: Record<string, string> = {
  'not-in-snapshot': 'This isn’t part of what was shared.',
  unavailable: 'This couldn’t be loaded just now.',
  'bad-arguments': 'This can’t be asked here.',
  writes: 'Nothing can be changed through this link.',
  denied: 'It was declined. Nothing was done.',
  'approval-expired': 'Nobody allowed it in time. Nothing was done.',
  'asks-full': 'Too many changes wait for an answer already. Nothing was done; try again later.',
  'not-done': 'This couldn’t be done.',
  busy: 'Too much was asked at once. Try again in a moment.',
};

import type { Viewer } from '../auth/viewer';
import type { Binding } from '../binding/binding';
import { getConnections } from '../connection/connections';
import { type CallWaits, runCall } from '../grant/run-call';
import { isolates } from '../sandbox/isolate/of-process';
import type { Share } from '../store';
import { inSpan } from '../telemetry/in-span';
import type { Compiled } from './compiled';
import type { Call, RecordedAnswer } from '../bridge/messages';
import { MAX_CHANGES_OF_RUN, MAX_RUN_MS } from './limits';
import type { Question } from './question';
import { letsAsk } from './standing';

export type ShareOf = Pick<Share, 'id' | 'programId' | 'ownerId' | 'mode' | 'mayAsk'> & { program: { teamId: string } };

/** What came of a run. `bindings` are those that it called; `changed`: a change that it asked for was made, whatever it then says of it. A failure says no more than that there was one; `writes`: it wanted to change something. */
export type Ran = { ok: true; value: unknown; bindings: string[]; changed: boolean } | { ok: false; code: string; retryable: boolean; bindings: string[] };

/** Ends of a run that another try may not have. */
const PASSING = new Set(['busy', 'crashed', 'closed', 'limit-time', 'unavailable', 'timeout', 'rate-limited', 'internal']);

/** How a run asks before it changes something. */
export type RunAsks = { onWait(): void; isStillLet(): Promise<boolean>; seconds: number };

type Hold = () => () => void;

/**
 * Runs a data function of a version as it is written, in the server's isolate: with what the program may read, and to change nothing, unless it
 * `asks`. Its calls stand in the ledger as made by `person`; by the link, where there's none.
 */
export async function runFunction(share: ShareOf, { module, versionId }: Compiled, { name, args }: Question, { person, signal, asks }: { person?: Viewer; signal?: AbortSignal; asks?: RunAsks } = {}): Promise<Ran> {
  const viewer: Viewer = { ...(person ?? { id: `link:${share.id}`, name: 'A link', team: { id: share.program.teamId, role: 'viewer' }, madeBy: share.ownerId }), ...(asks ? { asksFirst: true } : { looksOnly: letsAsk(share) ? 'until-asked' : true }) };
  const calls = new RunCalls(viewer, share, { from: name, versionId, asks });
  const bindings = (await getConnections(viewer.team.id).bindings()).map((binding) => ({ name: binding.name, operations: operationsOf(binding) }));
  const place = await isolates();
  const outcome = await inSpan('run', { program: share.programId }, async ({ note, failed }) => {
    const ended = await place.run({
      code: module,
      call: { name, args },
      bindings,
      limits: { ms: MAX_RUN_MS },
      onCall: (call, ended, hold) => calls.make(call, ended, hold),
      signal,
    });
    note({ calls: ended.calls.length, outcome: 'ok' });
    if (!ended.ok) failed(ended.error.code);
    return ended;
  });
  const called = [...new Set(outcome.calls.map(({ binding }) => binding))];
  // What it makes of a refused change is nobody's answer.
  if (calls.isRefused) return { ok: false, code: 'writes', retryable: false, bindings: called };
  if (outcome.ok) return { ok: true, value: outcome.value ?? null, bindings: called, changed: calls.hasChanged };
  const { code, retryable } = outcome.error;
  // What isn't granted is granted by its owner, not by trying again.
  return { ok: false, code, retryable: code !== 'not-granted' && (retryable || PASSING.has(code)), bindings: called };
}

/** The calls of one run. One that asks makes them one after the other, so that one question at a time waits for a person. */
class RunCalls {
  /** It wanted to change something, which is asked for in a run of its own. */
  isRefused = false;
  /** A change that was asked for was made. */
  hasChanged = false;
  readonly #viewer: Viewer;
  readonly #share: ShareOf;
  readonly #run: { from: string; versionId: string; asks?: RunAsks };
  #last: Promise<unknown> = Promise.resolve();
  #asked = 0;

  constructor(viewer: Viewer, share: ShareOf, run: { from: string; versionId: string; asks?: RunAsks }) {
    this.#viewer = viewer;
    this.#share = share;
    this.#run = run;
  }

  make(call: Call, ended: AbortSignal, hold: Hold): Promise<RecordedAnswer> {
    const { asks } = this.#run;
    if (!asks) return this.#make(call, ended);
    const made = this.#last.then(() => this.#ask(call, ended, asks, hold));
    this.#last = made;
    return made;
  }

  async #make(call: Call, ended: AbortSignal, waits?: CallWaits): Promise<RecordedAnswer> {
    const { from, versionId } = this.#run;
    const answer = await runCall(this.#viewer, this.#share.programId, { ...call, from }, ended, waits, versionId);
    if (!answer.ok && answer.error.code === 'asks-first') this.isRefused = true;
    return answer;
  }

  async #ask(call: Call, ended: AbortSignal, { onWait, isStillLet, seconds }: RunAsks, hold: Hold): Promise<RecordedAnswer> {
    let hasAsked = false;
    const answer = await this.#make(call, ended, {
      onWait: () => {
        hasAsked = true;
        onWait();
        return hold();
      },
      via: { shareId: this.#share.id, isStillLet, seconds, mayAskAgain: () => (this.#asked += 1) <= MAX_CHANGES_OF_RUN },
    });
    this.hasChanged ||= hasAsked && answer.ok;
    return answer;
  }
}

function operationsOf(binding: Binding): string[] {
  return binding.kind === 'tables' ? ['sql'] : binding.operations.map(({ name }) => name);
}

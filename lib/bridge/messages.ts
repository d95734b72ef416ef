/**
 * Everything that crosses the trust line between host and guest, over one MessagePort. Both sides share these types
 * and guards, never behaviour. The guest is hostile: the host reads its messages only through `parseGuestMessage`.
 */
import type { FileName } from '../program/program';

/** What the worker makes of a draft: one module of both files, ready to be evaluated by the guest. */
export type Swap = {
  /** Counts up; the newest wins. */
  seq: number;
  /** JavaScript of ui.tsx, null while it has no renderable component. */
  ui: CompiledFile | null;
  /** JavaScript of data.ts, null while no function of it is whole. */
  data: CompiledFile | null;
  /** The whole style sheet, null where it did not change since the last swap. */
  css: string | null;
  /** True once the reply has ended: chart animation may run, missing parts are errors and not skeletons. */
  done: boolean;
};

/**
 * `js` is the body of a function `(exports, require, $, …free)`; its lines are the lines of the source.
 * `require(name)` answers a namespace: a default import reads its `default`. It is asked for accepted imports and, where
 * the file has them, for others too: those the guest reports, and answers with stand-ins.
 * `$` is the guest's side of the compiler's agreement:
 * `$.jsx(type, props, ...children)` is what every tag becomes (createElement's shape, `props` null where there are none),
 * `$.Fragment` is the type of `<>`,
 * `$.component(name, value)` registers a finished or begun component, called once for each after everything else ran
 * (value is a function, what memo or forwardRef made of one, or undefined while it can't be had),
 * `$.memo(key, make)` keeps a finished top-level constant across swaps; the key holds a hash of all it is made of, and is
 * undefined where a part of that isn't written yet,
 * `$.tick(line)` is called in every loop's body, `$.call(line)` where each function begins; both throw where the run's time
 * or memory is over.
 */
export type CompiledFile = {
  js: string;
  /**
   * Names that js uses and nobody in the file declares: kit components, hooks, icons, or parts not written yet. Names of
   * the language and the browser are left out, so a name that isn't ambient is a part to come, never a global.
   */
  free: string[];
  components: CompiledComponent[];
  /** Name of the default export, where its declaration has begun; `default` where it has no name of its own. */
  defaultExport: string | null;
  /** Exported functions whose closing brace has arrived, with a hash of their text (and of what they use). */
  functions: { name: string; hash: string }[];
};

export type CompiledComponent = {
  name: string;
  /** Hook names in order, those inside the file's own hooks among them. A changed list remounts that component only. */
  hooks: string[];
  /** False while no JSX of it has arrived: its skeleton is shown. */
  hasJsx: boolean;
  /** True once its last character has arrived. */
  isWhole: boolean;
  /** Of its text and of all it is made of; null where that doesn't tell what it is (it leans on a variable that is set anew). */
  hash: string | null;
  /** Names from outside of the file that it uses, itself or through what it is made of. */
  needs: string[];
};

/** One call of a binding by generated code. `args` is plain JSON. */
export type Call = {
  id: number;
  binding: string;
  /** `sql`, `firewall.block`: the path below the binding. */
  operation: string;
  /** For `sql`: `{ text: string[], values: unknown[] }`. */
  args: unknown;
  /** The data function it came from. */
  from?: string;
};

export type CallAnswer =
  | { id: number; ok: true; value: unknown; rows: number; ms: number }
  /**
   * `status` is what the outside system answered with, where that was a failure of its own. `needs` is what would have to be
   * granted first: it's for the host, which asks.
   */
  | { id: number; ok: false; error: { code: string; message: string; hint?: string; retryable: boolean; status?: number; needs?: { binding: string; title: string; names: string[]; columns: Record<string, string[]>; partly: string[] } } };

/** An answer as the server gives it to the host: `line` is the call's place in the ledger, where it has one. No guest hears of it. */
export type RecordedAnswer = CallAnswer & { line?: string | null };

/** A line of what the server answers to a batch: an answer, or the news that a person is asked before there is one. */
export type CallLine = RecordedAnswer | { id: number; waits: true };

/** Something went wrong in generated code. The last good frame stays. */
export type Problem = {
  /** `frozen` (no longer answers) and `breach` (broke the rules of this file) are found by the host, never said by the guest. */
  phase: 'evaluate' | 'render' | 'effect' | 'handler' | 'promise' | 'loop' | 'data' | 'memory' | 'frozen' | 'breach';
  message: string;
  file?: FileName;
  line?: number;
  column?: number;
  component?: string;
  /** The swap it happened in. */
  seq: number;
};

export type Theme = 'light' | 'dark';

/** A part of the runtime that is too heavy to be waited for. The host sends each once, and is never asked for one. */
export const LATE_BUNDLES = ['icons', 'charts', 'calendar'] as const;
export type LateBundleName = (typeof LATE_BUNDLES)[number];

/** What a person means to paste elsewhere; more than this is a file. */
export const MAX_COPY_UNITS = 256 * 1024;
/** A file that an interface made (a table as CSV, a chart as PNG), as a data URL: it is held in memory several times over. */
export const MAX_DOWNLOAD_UNITS = 2 * 1024 * 1024;

export type HostMessage =
  /** `state` are values of the page's own state by name, for a page that tells them to its address; without it none are told. */
  | { type: 'init'; theme: Theme; reducedMotion: boolean; locale: string; bindings: string[]; shared: Record<string, unknown>; state?: Record<string, unknown> }
  /** Our own code or data as text, which the guest evaluates when a program needs it. */
  | { type: 'bundle'; name: LateBundleName; text: string }
  /** The house's typeface, WOFF2. */
  | { type: 'typeface'; bytes: ArrayBuffer }
  | { type: 'swap'; swap: Swap }
  | { type: 'theme'; theme: Theme }
  | { type: 'answers'; answers: CallAnswer[] }
  /** Shared state changed elsewhere, or a write of ours was refused (then `value` is what counts). */
  | { type: 'shared'; key: string; value: unknown }
  | { type: 'ping'; n: number }
  /** Asks for a picture of what is on the screen, at most so large; `whole` is all that can be scrolled to. */
  | { type: 'picture'; width: number; height: number; whole?: true }
  /** Asks which data functions were called, and with what. */
  | { type: 'asked' }
  /** Places that show data are marked and can be picked, or no longer. */
  | { type: 'inspect'; on: boolean };

export type GuestMessage =
  | { type: 'ready' }
  /** A swap reached the screen (`shown`), or was kept out (`kept`: the last good frame stays). `ms` is eval plus render. */
  | { type: 'ack'; seq: number; outcome: 'shown' | 'kept' | 'nothing'; ms: number }
  | { type: 'calls'; calls: Call[] }
  | { type: 'cancel'; ids: number[] }
  | { type: 'problem'; problem: Problem }
  | { type: 'shared'; key: string; value: unknown }
  | { type: 'pong'; n: number }
  | { type: 'picture'; png: string | null }
  /** What `asked` wants, the latest first. */
  | { type: 'asked'; asked: AskedOf[] }
  /** A state of the page has another value; `isFirst` where that is what it begins with. */
  | { type: 'state'; name: string; value: unknown; isFirst: boolean }
  /** A key the host owns was pressed inside the frame: Esc, ⌘K, ⌘Enter, ?. */
  | { type: 'key'; key: 'escape' | 'menu' | 'send' | 'help' }
  /** A field for a password came onto the page, or the last one went. */
  | { type: 'password'; shown: boolean }
  /** A place was picked while they are marked. */
  | { type: 'origin'; origin: Origin }
  | Outgoing;

/** What a person's click in the interface asks the host for. The host shows what it is, and asks. */
export type Outgoing =
  | { type: 'link'; href: string }
  | { type: 'copy'; text: string }
  /** A file under a suggested name; `url` is a data URL of a kind that is only data. */
  | { type: 'download'; name: string; url: string }
  | { type: 'print' };

/** Calls behind one place of the screen; more than a person looks through. */
export const MAX_ORIGIN_CALLS = 40;
/** UTF-16 units of what such a place is called. */
export const MAX_ORIGIN_NAME_UNITS = 100;

/**
 * Where what a place shows comes from, as the guest knows it. `exact` where the place was given the very value that the calls gave; otherwise
 * they are those of the component it stands in, and which of them is behind it can't be told.
 */
export type Origin = {
  /** What stands there: a component of the program, or of the kit. */
  component: string;
  exact: boolean;
  /** Numbers of calls. */
  calls: number[];
};

/** A data function and arguments that an interface called it with. */
export type AskedOf = { name: string; args: unknown };
/** As many of them as an interface remembers: what a person looks through in a sitting. */
export const MAX_ASKED = 200;
/** One of them as JSON: filters, no documents. */
export const MAX_ASKED_UNITS = 4_000;
/** A state that is told to the address, as JSON: addresses longer than some thousand characters don't survive being sent. */
export const MAX_STATE_UNITS = 500;

import { stem, wordsIn } from './search-words';

export type Verb = 'read' | 'create' | 'update' | 'delete' | 'copy' | 'transfer';

/** What a verb says is done: in a question, and in the name of an operation. */
const VERBS: Record<Verb, string> = {
  read: 'get list show find fetch retrieve describe query read view see display search lookup look check compare download export watch',
  create:
    'create add new make insert register open put post write generate start launch run send invite upload attach connect associate allocate request give ' +
    'authorize enable log merge buy order purchase book schedule submit backup store save keep ask reply respond forward',
  update:
    'update change edit modify set patch alter adjust rename replace mark close reopen archive put post move assign lock unlock resize increase make give ' +
    'answer let approve decline accept reject',
  delete: 'delete remove erase destroy drop discard purge terminate cancel revoke wipe detach disconnect release deregister disassociate unassign',
  copy: 'copy clone duplicate fork',
  transfer: 'import upload export download move transfer migrate',
};

/** Who asks wants to read. They are no verbs in a name. */
const QUESTION_WORDS = new Set('who what which when where how whose count'.split(' '));

const BY_STEM = new Map<string, Set<Verb>>();
for (const [verb, words] of Object.entries(VERBS)) {
  for (const word of words.split(' ')) BY_STEM.set(stem(word), new Set([...(BY_STEM.get(stem(word)) ?? []), verb as Verb]));
}

const READ: ReadonlySet<Verb> = new Set(['read']);
const NOTHING: ReadonlySet<Verb> = new Set();

/** What a question wants done: its first word that says so decides. */
export function intentOf(words: readonly string[]): ReadonlySet<Verb> {
  for (const word of words) {
    const verbs = QUESTION_WORDS.has(word) ? READ : BY_STEM.get(stem(word));
    if (verbs) return verbs;
  }
  return NOTHING;
}

export function isQuestionWord(word: string | undefined): boolean {
  return word !== undefined && QUESTION_WORDS.has(word);
}

/** Of a stemmed word. */
export function isVerb(stemmed: string): boolean {
  return BY_STEM.has(stemmed);
}

/** All that the words of an operation's name say it does. A leading `get` or `post` may be only the HTTP method: another verb beside it wins. */
export function verbsOf(name: string): ReadonlySet<Verb> {
  const [first = '', ...rest] = wordsIn(name);
  const others = new Set(rest.flatMap((word) => [...(BY_STEM.get(stem(word)) ?? [])]));
  return others.size > 0 ? others : (BY_STEM.get(stem(first)) ?? NOTHING);
}

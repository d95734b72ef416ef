import type { ApiBinding, Operation } from './binding';
import { Postings } from './postings';
import { inIndexWords } from './search-concepts';
import { intentOf, isQuestionWord, type Verb, verbsOf } from './search-intent';
import { unitsOf } from './search-question';
import { nounsOf, TermCache, weightsOf } from './search-terms';
import { wordsIn } from './search-words';

export type FoundOperation = { binding: ApiBinding; operation: Operation; score: number };

type Entry = { binding: ApiBinding; operation: Operation; verbs: ReadonlySet<Verb>; nameWords: number; prior: number };

/** An operation that does what the question's verb says, and one that does another thing. */
const RIGHT_VERB = 1.2;
const WRONG_VERB = 0.65;
const UNCLEAR_VERB = 0.9;
/** A question without a verb names what it wants to see. */
const READ_UNASKED = 1.15;

/** What each word of a name costs that the question didn't ask for, and each further argument that must be given. */
const UNASKED_WORD = 0.3;
const REQUIRED_ARGUMENT = 0.03;
const WORD = 0.01;
const DEPRECATED = 0.6;

/** Finds operations of APIs by words in plain language. Built once when connections change; made of nothing but its argument. */
export class OperationIndex {
  readonly #entries: Entry[] = [];
  readonly #postings = new Postings();

  constructor(bindings: readonly ApiBinding[]) {
    const terms = new TermCache();
    for (const binding of bindings) {
      const about = terms.of(`${binding.name} ${binding.title}`);
      const usual = usualWords(binding);
      for (const operation of binding.operations) {
        this.#entries.push(entryOf(binding, operation, usual));
        this.#postings.add(weightsOf(binding, operation, about, terms));
      }
    }
  }

  /** The operations that fit best, best first. `allowed` says which may be found at all. */
  find(question: string, limit: number, allowed: (operation: Operation) => boolean = () => true): FoundOperation[] {
    const asked = question.slice(0, MAX_QUESTION_UNITS);
    const words = wordsIn(inIndexWords(asked));
    const intent = intentOf(words);
    const { scores, matched, named, total } = this.#postings.score(unitsOf(asked, isQuestionWord(words[0])));
    const best: FoundOperation[] = [];
    for (let id = 0; id < scores.length; id++) {
      if (scores[id] === 0) continue;
      const entry = this.#entries[id]!;
      const coverage = 0.4 + (0.6 * matched[id]!) / total;
      const fit = verbFit(intent, entry.verbs);
      const unasked = Math.max(0, entry.nameWords - named[id]!);
      const score = (scores[id]! * coverage * entry.prior * fit) / (1 + UNASKED_WORD * unasked);
      if (best.length === limit && score <= best.at(-1)!.score) continue;
      if (!allowed(entry.operation)) continue;
      insert(best, { binding: entry.binding, operation: entry.operation, score }, limit);
    }
    return best;
  }
}

/** UTF-16 units of a question that are looked for; nobody asks longer ones in words. */
const MAX_QUESTION_UNITS = 300;

function insert(best: FoundOperation[], found: FoundOperation, limit: number): void {
  let place = best.length;
  while (place > 0 && best[place - 1]!.score < found.score) place--;
  best.splice(place, 0, found);
  if (best.length > limit) best.pop();
}

/** What every fifth name has says nothing about one: `Entity`, `Child`. */
function usualWords({ operations }: ApiBinding): Set<string> {
  const counts = new Map<string, number>();
  for (const { name } of operations) for (const word of nounsOf(name)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count > operations.length * USUAL && count > 20).map(([word]) => word));
}

const USUAL = 0.2;

function entryOf(binding: ApiBinding, operation: Operation, usual: ReadonlySet<string>): Entry {
  const required = operation.input.fields.filter((field) => field.required && field.name !== 'body').length;
  const prior = (operation.deprecated ? DEPRECATED : 1) / (1 + REQUIRED_ARGUMENT * required + WORD * wordsIn(operation.name).length);
  const nouns = [...nounsOf(operation.name)].filter((word) => !usual.has(word));
  return { binding, operation, verbs: verbsOf(operation.name), nameWords: nouns.length, prior };
}

function verbFit(intent: ReadonlySet<Verb>, verbs: ReadonlySet<Verb>): number {
  if (intent.size === 0) return verbs.has('read') ? READ_UNASKED : 1;
  if (verbs.size === 0) return UNCLEAR_VERB;
  for (const verb of intent) if (verbs.has(verb)) return RIGHT_VERB;
  return WRONG_VERB;
}

import type { ApiBinding, Field, Operation, Shape } from './binding';
import { Postings, type Unit, type Weight } from './postings';
import { conceptsOf, inIndexWords } from './search-concepts';
import { intentOf, isQuestionWord, isVerb, type Verb, verbsOf } from './search-intent';
import { stem, stemsIn, wordsIn } from './search-words';

export type FoundOperation = { binding: ApiBinding; operation: Operation; score: number };

type Entry = { binding: ApiBinding; operation: Operation; verbs: ReadonlySet<Verb>; nameWords: number; prior: number };

/** What a word says about an operation, by the place where it stands. */
const NAME = 1;
const SUMMARY = 0.7;
const GROUP = 0.45;
const TEXT = 0.25;
const INPUT = 0.2;
const BINDING = 0.15;

/** A word of the same concept counts less than the very word that was asked for. */
const CONCEPT = 0.75;

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

/**
 * Each word of the question, once, with the concepts that it may stand for. What stands behind a preposition says less, what is in another clause
 * less again; and in "which machines are running" the verb is no wish.
 */
function unitsOf(question: string, asks: boolean): Unit[] {
  const units = new Map<string, Unit>();
  let place = 1;
  for (const part of inIndexWords(question).split(LESSER)) {
    if (CLAUSE.test(part)) place *= CLAUSE_WEIGHT;
    for (const word of stemsIn(part)) {
      if (units.has(word)) continue;
      const concepts = conceptsOf(word).map((concept): [string, number] => [concept, CONCEPT]);
      const weight = word === 'me' ? OWN_WEIGHT : asks && isVerb(word) ? place * ASKED_VERB_WEIGHT : place;
      units.set(word, { alternatives: new Map([[word, 1], ...concepts]), weight });
    }
    if (units.size > 0 && place === 1) place = LESSER_WEIGHT;
  }
  return [...units.values()];
}

const LESSER = /\b(?=(?:of|for|from|in|on|to|into|with|but|without|except|while|so that|because|and then)\b)/;
const CLAUSE = /^(?:but|without|except|while|so that|because|and then)\b/;
const LESSER_WEIGHT = 0.7;
const CLAUSE_WEIGHT = 0.5;
const ASKED_VERB_WEIGHT = 0.6;

/** "My" says whose, seldom what. */
const OWN_WEIGHT = 0.4;

function weightsOf(binding: ApiBinding, operation: Operation, about: readonly string[], terms: TermCache): Map<string, Weight> {
  const { name, summary = '', description = '', groups, input } = operation;
  const weights = new Map<string, Weight>();
  const add = (found: readonly string[], weight: number): void => {
    for (const term of found) if (!weights.has(term)) weights.set(term, { weight, nameWords: 0 });
  };
  add(terms.of(name), NAME);
  add(joined(name), NAME);
  for (const word of nounsOf(name)) for (const term of [word, ...conceptsOf(word)]) weights.get(term)!.nameWords++;
  add(terms.of(summary), SUMMARY);
  for (const group of groups) add(terms.of(group), GROUP);
  add(terms.of(description.slice(0, MAX_INDEXED_UNITS)), TEXT);
  for (const field of inputNames(input.fields, binding)) add(terms.of(field), INPUT);
  add(about, BINDING);
  return weights;
}

/** The words of a name that say what it is about; what it does is compared apart. */
function nounsOf(name: string): Set<string> {
  return new Set(stemsIn(name).filter((word) => !isVerb(word)));
}

/** UTF-16 units of a description; what comes later is about special cases. */
const MAX_INDEXED_UNITS = 300;

/** Neighbours of a name as one word: `signIns` is also "signins". */
function joined(name: string): string[] {
  const words = wordsIn(name);
  return words.slice(1).map((word, i) => stem(`${words[i]}${word}`));
}

/** The names of arguments, and those of the body's own fields. */
function inputNames(fields: readonly Field[], { types }: ApiBinding): string[] {
  return fields.flatMap(({ name, shape }) => [name, ...(name === 'body' ? fieldNames(shape, types) : [])]).slice(0, MAX_INPUT_NAMES);
}

const MAX_INPUT_NAMES = 60;

function fieldNames(shape: Shape, types: Record<string, Shape>): string[] {
  const inner = shape.kind === 'named' ? types[shape.name] : shape;
  return inner?.kind === 'object' ? inner.fields.map(({ name }) => name) : [];
}

/** The terms of a text: its stems and their concepts. An API says the same things over and over, so each is worked out once. */
class TermCache {
  readonly #known = new Map<string, string[]>();

  of(text: string): string[] {
    let found = this.#known.get(text);
    if (!found) {
      found = stemsIn(text).flatMap((word) => [word, ...conceptsOf(word)]);
      this.#known.set(text, found);
    }
    return found;
  }
}

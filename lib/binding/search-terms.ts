import type { ApiBinding, Field, Operation, Shape } from './binding';
import type { Weight } from './postings';
import { conceptsOf } from './search-concepts';
import { isVerb } from './search-intent';
import { stem, stemsIn, wordsIn } from './search-words';

/** What a word says about an operation, by the place where it stands. */
const NAME = 1;
const SUMMARY = 0.7;
const GROUP = 0.45;
const TEXT = 0.25;
const INPUT = 0.2;
const BINDING = 0.15;

/** What each term says about an operation. */
export function weightsOf(binding: ApiBinding, operation: Operation, about: readonly string[], terms: TermCache): Map<string, Weight> {
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
export function nounsOf(name: string): Set<string> {
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

/** Fields of an operation’s input that it is found by: those of a large body are all alike. */
const MAX_INPUT_NAMES = 60;

function fieldNames(shape: Shape, types: Record<string, Shape>): string[] {
  const inner = shape.kind === 'named' ? types[shape.name] : shape;
  return inner?.kind === 'object' ? inner.fields.map(({ name }) => name) : [];
}

/** The terms of a text: its stems and their concepts. An API says the same things over and over, so each is worked out once. */
export class TermCache {
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

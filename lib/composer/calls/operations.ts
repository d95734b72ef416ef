import type { ApiBinding, Effect, Operation } from '../../binding/binding';
import { conceptsOf } from '../../binding/search-concepts';
import { OperationIndex } from '../../binding/search-index';
import { type Verb, verbsOf } from '../../binding/search-intent';
import { stemsIn } from '../../binding/search-words';

export type Target = { binding: ApiBinding; operation: Operation };

/** A function that was found, how well it fits, and which of the words it has nothing to do with. */
export type Match = Target & { score: number; unmatched: string[] };

/** What is looked for: what is to be done, and what the words are about. */
export type Question = { text: string; verbs: ReadonlySet<Verb>; nouns: readonly string[] };

/** Functions of the search that are looked at more closely. */
const MAX_FOUND = 20;

/** The functions that do what is asked, best first. Large APIs are searched by their index, never gone through. */
export function matchesOf({ text, verbs, nouns }: Question, bindings: readonly ApiBinding[], effect: Effect): Match[] {
  const found = indexOf(bindings).find(text, MAX_FOUND, (operation) => operation.effect === effect);
  return found
    .filter(({ operation }) => does(operation, verbs))
    .flatMap(({ binding, operation, score }) => {
      const words = wordsAbout(binding, operation);
      const worth = nouns.map((noun) => worthOf(noun, words));
      const about = worth.some((each) => each >= ABOUT);
      const share = worth.reduce((sum, each) => sum + each, 0) / Math.max(1, nouns.length);
      return about ? [{ binding, operation, score: score * share, unmatched: nouns.filter((_, i) => worth[i] === 0) }] : [];
    })
    .toSorted((a, b) => a.unmatched.length - b.unmatched.length || b.score - a.score);
}

let last: { bindings: readonly ApiBinding[]; index: OperationIndex } | null = null;

/** Making one of a large API takes as long as some hundred questions; the connections are the same ones from prompt to prompt. */
function indexOf(bindings: readonly ApiBinding[]): OperationIndex {
  const isSame = last?.bindings.length === bindings.length && bindings.every((binding, i) => binding === last?.bindings[i]);
  if (!last || !isSame) last = { bindings, index: new OperationIndex(bindings) };
  return last.index;
}

/** The function whose very name stands in the words: `closeIssue`, `tracker.closeIssue`. */
export function namedIn(text: string, bindings: readonly ApiBinding[], effect: Effect): Target | null {
  for (const [, before, name] of text.matchAll(/(?:([A-Za-z_$][\w$]*)\.)?([A-Za-z_$][\w$]*)/g)) {
    // One small word is a word.
    if (!before && !/[a-z][A-Z]/.test(name ?? '')) continue;
    for (const binding of bindings) {
      const operation = before && before !== binding.name ? undefined : binding.operations.find((each) => each.name === name && each.effect === effect);
      if (operation) return { binding, operation };
    }
  }
  return null;
}

/** What it does by its name; where that has no verb, nobody knows better. */
function does({ name, summary = '' }: Operation, verbs: ReadonlySet<Verb>): boolean {
  const own = verbsOf(name).size > 0 ? verbsOf(name) : verbsOf(summary.split(/\s+/)[0] ?? '');
  return verbs.size === 0 || own.size === 0 || [...verbs].some((verb) => own.has(verb));
}

/** From here on a word is about the function and not only beside it. */
const ABOUT = 0.5;

type Words = { stems: ReadonlySet<string>; concepts: ReadonlySet<string>; worth: number };

function wordsAbout(binding: ApiBinding, { name, summary = '', groups, input }: Operation): Words[] {
  const ofText = (text: string, worth: number): Words => {
    const stems = new Set(stemsIn(text));
    return { stems, concepts: new Set([...stems].flatMap((each) => conceptsOf(each))), worth };
  };
  const body = input.fields.flatMap(({ name: field, shape }) => [field, ...namesIn(shape, binding)]);
  return [ofText(name, 1), ofText(summary, 0.7), ofText(groups.join(' '), 0.5), ofText(body.slice(0, MAX_NAMES).join(' '), 0.4), ofText(`${binding.name} ${binding.title}`, 0.3)];
}

/** Names of fields that a function is also known by. */
const MAX_NAMES = 60;

function namesIn(shape: Operation['output'], { types }: ApiBinding): string[] {
  const plain = shape.kind === 'named' && Object.hasOwn(types, shape.name) ? types[shape.name]! : shape;
  return plain.kind === 'object' ? plain.fields.map((field) => field.name) : [];
}

/** A word of the same concept counts less than the very word. */
const CONCEPT = 0.8;

function worthOf(noun: string, words: readonly Words[]): number {
  const concepts = conceptsOf(noun);
  return Math.max(...words.map(({ stems, concepts: known, worth }) => (stems.has(noun) ? worth : concepts.some((each) => known.has(each)) ? worth * CONCEPT : 0)));
}

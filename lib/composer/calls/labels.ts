import type { Operation } from '../../binding/binding';
import { isVerb } from '../../binding/search-intent';
import { stem as searchStem } from '../../binding/search-words';
import { capitalise, stem, wordsOf } from '../words/tokens';

const CAPITALS: Record<string, string> = { id: 'ID', ip: 'IP', ips: 'IPs', url: 'URL', urls: 'URLs', api: 'API', vat: 'VAT', sku: 'SKU', html: 'HTML', css: 'CSS', sql: 'SQL', dns: 'DNS', ssh: 'SSH', iban: 'IBAN', uri: 'URI' };

/** `dueDate` is "Due date". */
export function labelOf(name: string): string {
  const words = wordsOf(name).map((word) => (Object.hasOwn(CAPITALS, word) ? CAPITALS[word]! : word));
  return capitalise(words.join(' ')) || name;
}

/** What a function does, in words: its title, its button, and what is said when it was done. */
export type Said = { title: string; button: string; done: string; verb: string | null; noun: string };

/** Titles and buttons of more units take two lines. */
const MAX_TITLE_UNITS = 60;
const MAX_BUTTON_UNITS = 28;

export function saidOf({ name, summary = '' }: Operation): Said {
  const { verb, noun } = verbAndNoun(name);
  const own = capitalise([verb, noun].filter(Boolean).join(' ')) || name;
  const told = imperative(summary);
  const title = told ?? own;
  return { title, button: title.length <= MAX_BUTTON_UNITS ? title : own, done: verb && noun ? `${capitalise(noun)} ${participle(verb)}.` : 'Done.', verb, noun };
}

/** "Opens an issue." is "Open an issue"; null for what is no short sentence about what is done. */
function imperative(summary: string): string | null {
  const text = summary.trim().replace(/[.!]$/, '');
  const [first = '', ...rest] = text.split(/\s+/);
  if (rest.length === 0 || text.length > MAX_TITLE_UNITS || /[.;:(]/.test(text) || !/^\p{L}+$/u.test(first)) return null;
  const bare = isVerb(searchStem(first.toLowerCase())) ? first.toLowerCase().replace(/(ch|sh|ss|x)es$/, '$1').replace(/([^s])s$/, '$1') : first;
  return [capitalise(bare), ...rest].join(' ');
}

/** Whether something that is there is changed, and what isn't said stays as it is. */
export function changesWhatIs(verb: string | null): boolean {
  return verb !== null && /^(update|edit|change|modify|patch|set|alter)$/.test(verb);
}

const HTTP: Record<string, string> = { post: 'create', put: 'update', patch: 'update', delete: 'delete' };
const JOINTS = new Set(['for', 'of', 'by', 'to', 'from', 'in', 'on', 'with', 'an', 'a', 'the', 'and']);

/** `issuesCreate`, `createIssue` and `postIssues` are all "create issue". */
function verbAndNoun(name: string): { verb: string | null; noun: string } {
  const words = wordsOf(name);
  const isHttp = Object.hasOwn(HTTP, words[0] ?? '') && !words.slice(1).some((word) => isVerb(searchStem(word)));
  const at = isHttp ? 0 : words.findIndex((word, i) => isVerb(searchStem(word)) && !(i === 0 && Object.hasOwn(HTTP, word) && words.length > 2));
  if (at < 0) return { verb: null, noun: words.join(' ') };
  const around = [...words.slice(0, at), ...words.slice(at + 1)];
  const end = around.findIndex((word) => JOINTS.has(word));
  const nouns = end > 0 ? around.slice(0, end) : around;
  const verb = words[at]!;
  const singular = nouns.map((word, i) => (i === nouns.length - 1 ? stem(word) : word)).map((word) => (Object.hasOwn(CAPITALS, word) ? (CAPITALS[word] ?? word) : word));
  return { verb: isHttp ? HTTP[verb]! : verb, noun: singular.join(' ') };
}

const IRREGULAR: Record<string, string> = {
  send: 'sent', put: 'put', set: 'set', write: 'written', make: 'made', buy: 'bought', run: 'run', submit: 'submitted', cancel: 'cancelled', get: 'got', give: 'given', let: 'let',
  drop: 'dropped', copy: 'copied', keep: 'kept', book: 'booked', begin: 'begun', pay: 'paid', transfer: 'transferred', shut: 'shut', log: 'logged', deny: 'denied', reply: 'replied',
};

function participle(verb: string): string {
  return (Object.hasOwn(IRREGULAR, verb) ? IRREGULAR[verb] : undefined) ?? (verb.endsWith('e') ? `${verb}d` : `${verb}ed`);
}

/** Our own side: how long reading and indexing take, how quick and how short a search is, and how often the right operation is among five. */
import type { ApiBinding } from '../../lib/binding/binding.ts';
import { declareApi } from '../../lib/binding/declare-api.ts';
import { ApiSearch } from '../../lib/binding/search-api.ts';
import { OperationIndex } from '../../lib/binding/search-index.ts';
import { readOpenApi } from '../../lib/connector/openapi/read-openapi.ts';
import type { BenchRow } from '../row.ts';
import { atLeast, atMost, median, plain, quantile } from './figures.ts';
import { HELD_OUT } from './held-out.ts';
import { PRACTICE } from './practice.ts';
import { QUESTIONS, type Question } from './questions.ts';
import { SPECS, type Spec, specText } from './specs.ts';
import { tokensOf } from './tokens.ts';

const RUNS = 5;
const GOAL_INDEX_MS = 500;
const GOAL_SEARCH_MS = 1;
const GOAL_ANSWER_TOKENS = 450;
const GOAL_RECALL = 0.9;

type Asked = { rank: number; ms: number; tokens: number };

export function measureSearch(): BenchRow[] {
  const bindings: ApiBinding[] = [];
  const asked: Asked[] = [];
  const practice: Asked[] = [];
  const heldOut: Asked[] = [];
  const rows: BenchRow[] = [];
  for (const spec of SPECS) {
    const { binding, rows: own } = measureReading(spec);
    bindings.push(binding);
    const mine = ask([binding], QUESTIONS.filter(({ api }) => api === spec.name));
    asked.push(...mine);
    practice.push(...ask([binding], PRACTICE.filter(({ api }) => api === spec.name)));
    heldOut.push(...ask([binding], HELD_OUT.filter(({ api }) => api === spec.name)));
    rows.push(...own, ...searchRows(spec.title, mine));
  }
  rows.push(
    atMost('search, median of all questions', median(asked.map(({ ms }) => ms)), 'ms', GOAL_SEARCH_MS),
    plain('search, 95 %', quantile(asked.map(({ ms }) => ms), 0.95), 'ms'),
    atMost('answer of five, median', median(asked.map(({ tokens }) => tokens)), 'tokens', GOAL_ANSWER_TOKENS),
    plain('answer of five, 95 %', quantile(asked.map(({ tokens }) => tokens), 0.95), 'tokens'),
    atLeast('recall@5, 60 questions', recall(asked, 5), '', GOAL_RECALL),
    plain('recall@1, 60 questions', recall(asked, 1), ''),
    plain('recall@5, 30 questions for practice', recall(practice, 5), ''),
    plain('recall@5, 30 held-out questions', recall(heldOut, 5), ''),
    plain('recall@1, 30 held-out questions', recall(heldOut, 1), ''),
  );
  return [...rows, ...measureTogether(bindings)];
}

function measureReading(spec: Spec): { binding: ApiBinding; rows: BenchRow[] } {
  const text = specText(spec);
  const reading: number[] = [];
  const indexing: number[] = [];
  let { binding } = readOpenApi(text, { name: spec.name });
  for (let i = 0; i < RUNS; i++) {
    let began = performance.now();
    ({ binding } = readOpenApi(text, { name: spec.name }));
    reading.push(performance.now() - began);
    began = performance.now();
    new OperationIndex([binding]).find('x', 1);
    indexing.push(performance.now() - began);
  }
  const index = `${spec.title}: index of ${binding.operations.length} operations`;
  return {
    binding,
    rows: [
      plain(`${spec.title}: the specification itself`, tokensOf(text), 'tokens'),
      plain(`${spec.title}: all declarations`, tokensOf(declareApi(binding)), 'tokens'),
      plain(`${spec.title}: read, JSON and all`, median(reading), 'ms'),
      spec.name === 'github' ? atMost(index, median(indexing), 'ms', GOAL_INDEX_MS) : plain(index, median(indexing), 'ms'),
    ],
  };
}

function searchRows(title: string, asked: readonly Asked[]): BenchRow[] {
  return [
    plain(`${title}: search, median`, median(asked.map(({ ms }) => ms)), 'ms'),
    plain(`${title}: answer of five, median`, median(asked.map(({ tokens }) => tokens)), 'tokens'),
    plain(`${title}: recall@5, 12 questions`, recall(asked, 5), ''),
    plain(`${title}: recall@1, 12 questions`, recall(asked, 1), ''),
  ];
}

/** Seventeen thousand operations in one index. */
function measureTogether(bindings: readonly ApiBinding[]): BenchRow[] {
  const asked = ask(bindings, QUESTIONS);
  return [
    plain('all five connected: search, median', median(asked.map(({ ms }) => ms)), 'ms'),
    plain('all five connected: recall@5, 60 questions', recall(asked, 5), ''),
  ];
}

/** Each question's rank (from 0; Infinity where it isn't among five), the time of the whole answer, warm, and its tokens. */
function ask(bindings: readonly ApiBinding[], questions: readonly Question[]): Asked[] {
  const index = new OperationIndex(bindings);
  const search = new ApiSearch(bindings);
  for (const { words } of questions) search.search(words);
  return questions.map(({ api, words, right }) => {
    const times = Array.from({ length: RUNS }, () => {
      const began = performance.now();
      search.search(words);
      return performance.now() - began;
    });
    const rank = index.find(words, 5).findIndex(({ binding, operation }) => binding.name === api && right.some((name) => fits(name, operation.name)));
    return { rank: rank < 0 ? Infinity : rank, ms: median(times), tokens: tokensOf(search.search(words)) };
  });
}

function fits(right: string | RegExp, name: string): boolean {
  return typeof right === 'string' ? right === name : right.test(name);
}

function recall(asked: readonly Asked[], at: number): number {
  return asked.filter(({ rank }) => rank < at).length / asked.length;
}

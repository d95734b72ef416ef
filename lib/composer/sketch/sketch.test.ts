import { describe, expect, it } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { SHOP } from '../fixtures/shop';
import { planSchema } from '../plan';
import { write } from '../write/write';
import { askText } from './ask-text';
import { changedBySketch, planOfSketch } from './from-sketch';
import { jsonIn } from './read-answer';
import { KINDS, readSketch } from './sketch';

const TODAY = new Date('2026-11-24T12:00:00Z');
const catalogue = createCatalogue([SHOP]);

/** The same numbers each time (mulberry32). */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

const COLUMNS = catalogue.entities.flatMap((e) => e.fields.flatMap((f) => [f.column, `${e.table.name}.${f.column}`]));

/** A block of names that exist, put together without sense. */
function anyBlock(next: (below: number) => number): object {
  const one = <T>(list: readonly T[]): T => list[next(list.length)] as T;
  const maybe = (share: number, value: () => unknown) => (next(100) < share ? value() : null);
  return {
    show: one(KINDS),
    table: one(catalogue.entities).table.name,
    measure: maybe(60, () => one([...COLUMNS, 'rows', 'revenue', 'profit', 'margin'])),
    measure2: maybe(15, () => one(COLUMNS)),
    aggregate: maybe(40, () => one(['count', 'sum', 'avg', 'median', 'min', 'max', 'distinct'])),
    group: maybe(60, () => one(COLUMNS)),
    split: maybe(20, () => one(COLUMNS)),
    bucket: maybe(20, () => one(['day', 'month', 'year', 'weekday', 'hour-of-day'])),
    columns: maybe(20, () => [one(COLUMNS), one(COLUMNS)]),
    where: maybe(40, () => [{ column: one(COLUMNS), op: one(['is', 'not', '>', '<=', 'contains', 'empty', 'above-average', 'period']), value: one<unknown>(['open', 5, '7', true, '2026-03-01', 'last month', ['web', 'store'], null]) }]),
    period: maybe(20, () => one(['last month', 'this year', '2025', 'since March', 'when pigs fly'])),
    top: maybe(20, () => one([1, 5, '10', 0])),
    sort: maybe(20, () => one([...COLUMNS, 'value', 'label', 'value desc', '-total'])),
    descending: maybe(20, () => one([true, false])),
    width: maybe(20, () => one(['half', 'full'])),
  };
}

describe('sketches put together without sense', () => {
  it.each(Array.from({ length: 20 }, (_, i) => i))('become a Plan that is one, or words; set %i', (seed) => {
    const next = numbers(seed);
    for (let i = 0; i < 20; i++) {
      const read = readSketch({ blocks: [anyBlock(next), anyBlock(next)], filters: [COLUMNS[next(COLUMNS.length)]] });
      const made = planOfSketch(read!, catalogue, TODAY);
      if (!made.plan) {
        expect(made.problems).not.toEqual([]);
        continue;
      }
      expect(planSchema.safeParse(made.plan).error).toBeUndefined();
      expect(write(made.plan)['ui.tsx']).toContain('export default function');
      const change = readSketch({ blocks: [{ ...anyBlock(next), replace: 1 }, anyBlock(next)], remove: [2] });
      const changed = changedBySketch(made.plan, change!, catalogue, TODAY);
      expect(planSchema.safeParse(changed.plan).error).toBeUndefined();
      expect(write(changed.plan!)['ui.tsx']).toContain('export default function');
      expect(askText(catalogue, 'more', changed.plan)).toContain('1. {');
    }
  });
});

it('takes each condition back that it tells of', () => {
  const { plan } = planOfSketch(readSketch({ blocks: [{ show: 'table', table: 'products', where: [{ column: 'price', op: 'above-average' }, { column: 'name', op: 'not-empty' }] }] })!, catalogue, TODAY);
  expect(plan?.blocks[0]?.where).toMatchObject([{ op: 'above-average', field: { column: 'price' } }, { op: 'not-empty', field: { column: 'name' } }]);
  const told = /^1\. (\{.*\})$/m.exec(askText(catalogue, 'more', plan))![1]!;
  expect(planOfSketch(readSketch({ blocks: [JSON.parse(told)] })!, catalogue, TODAY).plan?.blocks[0]?.where).toEqual(plan!.blocks[0]!.where);
  expect(planOfSketch(readSketch({ blocks: [{ show: 'table', table: 'products', where: [{ column: 'name', op: 'below-average' }] }] })!, catalogue, TODAY).problems).toContain('The name has no average, so nothing is compared with it.');
});

it('keeps the names short enough for a small model', () => {
  // About four characters are a token.
  expect(askText(catalogue, 'revenue by month', null).length / 4).toBeLessThan(1_200);
  const many = createCatalogue([{ ...SHOP, tables: Array.from({ length: 60 }, (_, i) => ({ ...SHOP.tables[0]!, name: `table_${i}`, foreignKeys: [] })) }]);
  const told = askText(many, 'rows of table 57', null);
  expect(told.length / 4).toBeLessThan(3_500);
  expect(told).toMatch(/^table_57: /m);
});

it.each([
  ['{"a":{"b":"}"}} and {"c":1}', { a: { b: '}' } }],
  ['{ no json } {"a": "\\"{"}', { a: '"{' }],
  ['{"a": [1,],}', { a: [1] }],
  ['nothing', null],
  ['{"a": ', null],
])('finds the JSON in %s', (text, value) => {
  expect(jsonIn(text)).toEqual(value);
});

import { expect, test } from 'vitest';
import type { Origins } from '../data/origins';
import type { Fiber } from './fiber';
import { findPlaces, type NameOf } from './places';

type Props = Record<string, unknown>;
type Node = { type: unknown; props?: Props; hooks?: unknown[]; inside?: Node[] };

const orders = { calls: () => [1] };
const months = { calls: () => [2, 3] };
const ROWS = [{ region: 'North' }];
const STATE = { data: ROWS };
const MONTHS = ['2026-01'];
const origins: Origins = new WeakMap<object, typeof orders>([[ROWS, orders], [STATE, orders], [MONTHS, months]]);

/** A component of the program is a string with a star, one of the kit a capital, anything else an element. */
const nameOf: NameOf = (type, props) => (typeof type !== 'object' ? null : { component: (type as { name: string }).name, given: props, isProgram: (type as { own: boolean }).own });
const own = (name: string) => ({ name, own: true });
const kit = (name: string) => ({ name, own: false });
const el = (id: string, ...inside: Node[]): Node => ({ type: id, inside });

function tree({ type, props = {}, hooks = [], inside = [] }: Node, sibling: Fiber | null = null): Fiber {
  const child = inside.reduceRight<Fiber | null>((next, node) => tree(node, next), null);
  const chain = hooks.reduceRight<unknown>((next, value) => ({ memoizedState: [value, []], next }), null);
  return { type, memoizedProps: props, memoizedState: chain, child, sibling, stateNode: typeof type === 'string' ? ({ id: type } as unknown as Element) : null };
}

const look = (root: Node) => findPlaces(tree(root), origins, nameOf).shown.map(({ component, exact, sources, elements }) => [component, exact, [...sources].flatMap((one) => one.calls()), elements.map(({ id }) => id).join()]);

test('what was given the very value is told from what is made of it', () => {
  const page: Node = {
    type: own('Orders'),
    hooks: [null, STATE, MONTHS],
    inside: [el('page', { type: kit('Stat'), props: { value: 1 }, inside: [el('stat')] }, { type: kit('DataTable'), props: { data: STATE }, inside: [el('table', el('row'))] }, { type: kit('Button'), inside: [el('button')] })],
  };
  expect(look(page)).toEqual([
    ['Stat', false, [1, 2, 3], 'stat'],
    ['DataTable', true, [1], 'table'],
  ]);
});

test('rows that are handed on are followed to the innermost who gets them', () => {
  const page: Node = {
    type: own('Page'),
    hooks: [STATE],
    inside: [{ type: own('List'), props: { rows: ROWS }, inside: [el('card', el('title'), { type: kit('DataTable'), props: { data: ROWS }, inside: [el('table')] })] }],
  };
  expect(look(page)).toEqual([['DataTable', true, [1], 'table']]);
  const root = tree(page);
  const title = root.child!.child!.child!;
  expect(title.stateNode).toMatchObject({ id: 'title' });
  expect(findPlaces(root, origins, nameOf).of(title.stateNode as Element)).toMatchObject({ component: 'List', exact: true });
});

test('a component that only reads is a place itself, and any element in it belongs to it', () => {
  const page: Node = { type: own('Sum'), hooks: [STATE], inside: [el('p', el('b'))] };
  const root = tree(page);
  const places = findPlaces(root, origins, nameOf);
  expect(places.shown).toMatchObject([{ component: 'Sum', exact: false }]);
  expect(places.of(root.child!.child!.stateNode as Element)).toBe(places.shown[0]);
});

test('many of one kind are one place; what shows no data is none', () => {
  const rows = Array.from({ length: 30 }, (_, i): Node => ({ type: own('Row'), props: { row: ROWS[0] }, inside: [el(`r${i}`)] }));
  const [place, ...others] = look({ type: own('Page'), hooks: [STATE], inside: [el('ul', ...rows)] });
  expect(others).toEqual([]);
  expect(place).toEqual(['Row', false, [1], rows.map((_, i) => `r${i}`).join()]);
  expect(look({ type: own('Page'), inside: [el('p')] })).toEqual([]);
});

test('a component without an element of its own is found by what stands in it', () => {
  const page: Node = { type: own('Two'), props: { rows: ROWS }, inside: [el('a'), el('b', el('c'))] };
  expect(look(page)).toEqual([['Two', true, [1], 'a,b']]);
});

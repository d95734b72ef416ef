import { describe, expect, test } from 'vitest';
import { freeNames } from './free-names';
import { renameFree } from './names';

const DATA = `
type Row = { shop: string };
export async function orders({ region }: { region: string }) {
  const note = 'shop.sql';
  const rows = await shop.sql\`select shop from shop where region = \${region}\`;
  return { rows, shop, kept: note.shop };
}
export async function others(shop: Row) {
  return crm.sql\`select \${shop.shop}\`;
}
`;

test('what a file takes from outside of itself', () => {
  expect(freeNames(DATA, false)).toEqual(['crm', 'shop']);
  expect(freeNames('export async function (', false)).toEqual([]);
});

describe('renaming what comes from outside', () => {
  test('leaves strings, properties, types and what is declared inside alone', () => {
    const renamed = renameFree(DATA, new Map([['shop', 'store2'], ['crm', 'shop']]));
    expect(renamed).toBe(
      DATA.replace('await shop.sql', 'await store2.sql').replace('{ rows, shop,', '{ rows, shop: store2,').replace('return crm.sql', 'return shop.sql'),
    );
  });

  test('two names change places in one go', () => {
    expect(renameFree('export const f = async () => [await a.x(), await b.x()];', new Map([['a', 'b'], ['b', 'a']]))).toBe('export const f = async () => [await b.x(), await a.x()];');
  });

  test('what the file declares itself is nobody’s connection', () => {
    expect(renameFree('const shop = 1; export const f = async () => shop;', new Map([['shop', 'x']]))).toBe('const shop = 1; export const f = async () => shop;');
  });

  test('a text that is no program is refused', () => {
    expect(() => renameFree('export async function (', new Map())).toThrow();
  });
});

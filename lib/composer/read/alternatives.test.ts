import { describe, expect, test } from 'vitest';
import { createCatalogue } from '../catalogue/catalogue';
import { SHOP } from '../fixtures/shop';
import { summaryOf } from '../summary';
import { write } from '../write/write';
import { readPrompt } from './read';

const TODAY = new Date('2026-11-23T12:00:00Z');
const shop = createCatalogue([SHOP]);

function read(prompt: string) {
  const { plan, unread, problems } = readPrompt(prompt, shop, TODAY);
  if (!plan) throw new Error(`Nothing was built of “${prompt}”.`);
  const asked = summaryOf(plan).find((block) => block.asked);
  return { plan, where: asked?.where, title: asked?.title, said: [...unread, ...problems] };
}

describe('one condition or another', () => {
  test.each<[string, string[]]>([
    ['orders that are open or over 3000', ['orders.status is open or orders.total over 3000']],
    ['web orders that are open or over 3000, by region', ['orders.channel is web', 'orders.status is open or orders.total over 3000']],
    ['customers from Germany or in the consumer segment', ['customers.country is Germany or customers.segment is consumer']],
    ['orders worth 3000 or more, or with a discount of 200 or more', ['orders.total at-least 3000 or orders.discount at-least 200']],
    ['orders over 5000 or in Germany this month', ['orders.total over 5000 or customers.country is Germany', 'orders.ordered_at in {"kind":"unit","unit":"month","back":0}']],
    ['table of orders with total between 100 and 200 and status open or channel store', ['orders.total at-least 100 and orders.total at-most 200 and orders.status is open or orders.channel is store']],
    ['products out of stock or never sold', ['products.stock at-most 0 or products.id has-no order_items.product_id']],
    ['orders from Germany or France', ['customers.country is Germany | France']],
    ['orders from Germany or France over 1000', ['orders.total over 1000', 'customers.country is Germany | France']],
    ['orders of 1000 or over', ['orders.total at-least 1000']],
  ])('%s', (prompt, expected) => {
    const { where, said } = read(prompt);
    expect(where).toEqual(expected);
    expect(said).toEqual([]);
  });

  test('its title and its query say both', () => {
    const { plan, title } = read('orders that are open or over 3000');
    expect(title).toBe('Orders open or with total over 3000');
    expect(write(plan)['data.ts']).toContain("where (o.status = 'open' or o.total > 3000)");
  });
});

describe('above or below the average', () => {
  test.each<[string, string[]]>([
    ['products priced above average', ['products.price above-average']],
    ['products with a price lower than the average price', ['products.price below-average']],
    ['orders above the average total', ['orders.total above-average']],
    ['orders with a more than average discount by channel', ['orders.discount above-average']],
    ['products whose price isn’t above average', ['products.price below-average']],
  ])('%s', (prompt, expected) => {
    const { where, said } = read(prompt);
    expect(where).toEqual(expected);
    expect(said).toEqual([]);
  });

  test('it is the average of all of its table’s rows', () => {
    expect(write(read('products priced above average').plan)['data.ts']).toContain('where price > (select avg(price) from products)');
  });
});

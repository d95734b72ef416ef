import { describe, expect, test } from 'vitest';
import { createCatalogue } from './catalogue/catalogue';
import { termInWords } from './catalogue/terms';
import { chipsOf } from './chips';
import { editPlan } from './edit/edit';
import { FILES, SHOP } from './fixtures/shop';
import { type Plan, planSchema } from './plan';
import { EMPTY_SOURCE } from '../program/program';
import { parseReply } from '../reply/reply-parser';
import { readPrompt } from './read/read';
import { composeReply } from './reply';
import { summaryOf } from './summary';

const TODAY = new Date('2026-11-23T12:00:00Z');
const catalogue = createCatalogue([SHOP]);

function chips(prompt: string) {
  const plan = readPrompt(prompt, catalogue, TODAY).plan as Plan;
  return { plan, found: chipsOf(plan, catalogue, TODAY) };
}

describe('chips', () => {
  test('say what was decided, and what else it may be', () => {
    const { found } = chips('orders by region');
    expect(found.map((chip) => chip.label)).toEqual(['Bars', 'Number of orders', 'By region']);
    expect(found[0]?.choices.map((choice) => choice.label)).toEqual(['Pie', 'Table']);
    expect(found[2]?.choices.map((choice) => choice.label)).toContain('By country');
  });

  test.each(['revenue per month', 'top 5 products by revenue', 'orders by region this month', 'tickets by topic and orders per month'])('each choice of “%s” does what it says and nothing else', (prompt) => {
    const { plan, found } = chips(prompt);
    expect(found.length).toBeGreaterThan(1);
    for (const choice of found.flatMap((chip) => chip.choices)) {
      const edit = editPlan(plan, choice.prompt, catalogue, TODAY);
      expect([choice.prompt, edit.unread, edit.problems], choice.prompt).toEqual([choice.prompt, [], []]);
      expect(edit.plan.blocks.length).toBe(plan.blocks.length);
    }
  });

  test('offer nothing that is the same by another name', () => {
    const measures = (prompt: string) => chips(prompt).found[1]?.choices.map(({ label }) => label);
    expect(measures('revenue per month')).not.toContain('Total');
    expect(measures('orders by region')?.filter((label) => label === 'Revenue' || label === 'Total')).toEqual(['Revenue']);
  });

  test('are of the block that the last change was about, say whose they are, and change that one', () => {
    const { plan, found } = chips('pie of orders by status and revenue per month');
    expect(found.map(({ of }) => of)).toEqual(found.map(() => 'Orders by status'));
    const next = editPlan(plan, 'by week', catalogue, TODAY).plan;
    // As they come back from the store.
    const after = chipsOf(planSchema.parse(next), catalogue, TODAY, planSchema.parse(plan));
    expect(after[1]?.choices.map(({ label }) => label)).not.toContain('Total');
    expect(after.map(({ of, label }) => [of, label])).toEqual([['Revenue per week', 'Area'], ['Revenue per week', 'Revenue'], ['Revenue per week', 'By week']]);
    for (const { prompt } of after.flatMap(({ choices }) => choices)) expect([prompt, editPlan(next, prompt, catalogue, TODAY).plan.blocks[0]]).toEqual([prompt, next.blocks[0]]);
    expect(chips('revenue per month').found[0]).not.toHaveProperty('of');
  });

  test('a reply that changes nothing offers changes that work', () => {
    const first = composeReply({ prompt: 'revenue per month' }, [SHOP], TODAY);
    const source = parseReply(first.text, EMPTY_SOURCE).source;
    const { text, said } = composeReply({ prompt: 'make it blue', state: first.state, source }, [SHOP], TODAY);
    expect(text).toBe('I found nothing in that to change. The page stays as it is.\n\nI left out: “blue”.');
    expect(said?.examples).toHaveLength(3);
    const [kind, number, anew] = said?.examples ?? [];
    for (const prompt of [kind!, number!]) expect(editPlan(first.state!, prompt, catalogue, TODAY)).toMatchObject({ unread: [], problems: [] });
    expect(anew).toMatch(/^start over: /);
  });

  test('a reply brings them along; where nothing links it brings prompts that work', () => {
    expect(composeReply({ prompt: 'orders by region and sparkle' }, [SHOP], TODAY).said).toMatchObject({ unread: ['sparkle'], examples: [] });
    const { state, said } = composeReply({ prompt: 'a poem on the sea' }, [SHOP], TODAY);
    expect(state).toBeNull();
    expect(said?.examples).toHaveLength(3);
    for (const example of said?.examples ?? []) expect(readPrompt(example, catalogue, TODAY)).toMatchObject({ unread: [], problems: [] });
  });
});

describe('a team’s own words', () => {
  const read = (prompt: string, terms: { word: string; means: string }[], binding = SHOP) => {
    const reading = readPrompt(prompt, createCatalogue([binding], terms), TODAY);
    return { ...reading, blocks: reading.plan ? summaryOf(reading.plan).filter((block) => block.asked) : [] };
  };

  test('stand for a sum of two columns', () => {
    const { blocks, unread } = read('umsatz by category', [{ word: 'Umsatz', means: 'quantity × unit price' }]);
    expect(unread).toEqual([]);
    expect(blocks[0]).toMatchObject({ x: 'products.category', y: [{ aggregate: 'sum', of: '(order_items.quantity * order_items.unit_price)' }] });
  });

  test.each([
    ['clients zone', 'region of customers', 'orders by clients zone', { x: 'customers.region' }],
    ['Bestellungen', 'orders', 'Bestellungen by status', { x: 'orders.status', table: 'orders' }],
    ['hot', 'priority = urgent', 'hot tickets by topic', { where: ['tickets.priority is urgent'] }],
    ['takeover', 'revenue', 'takeover by channel', { y: [expect.objectContaining({ of: 'orders.total' })] }],
  ])('“%s” means %s', (word, means, prompt, expected) => {
    const { blocks, unread } = read(prompt, [{ word, means }]);
    expect(unread).toEqual([]);
    expect(blocks[0]).toMatchObject(expected);
  });

  test('go before what a word means otherwise', () => {
    expect(read('revenue by category', [{ word: 'revenue', means: 'quantity × unit price' }]).blocks[0]?.y[0]?.of).toBe('(order_items.quantity * order_items.unit_price)');
  });

  test('that mean nothing here are left alone, and said to', () => {
    expect(termInWords({ word: 'glow', means: 'the shine of things' }, catalogue)).toBeNull();
    expect(read('orders by glow', [{ word: 'glow', means: 'the shine of things' }]).unread).toContain('glow');
    expect(read('sales by région', [{ word: 'Umsatz', means: 'Qty × Unit Price (€)' }], FILES).unread).toEqual([]);
  });
});

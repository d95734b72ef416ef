import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startModelServer, type ModelServer, type Script } from '../../e2e/fakes/model-server.ts';
import { SHOP } from '../composer/fixtures/shop';
import { summaryOf } from '../composer/index';
import { type Plan, planSchema } from '../composer/plan';
import { createPlanner } from '../composer/planner';
import { EMPTY_SOURCE, type Source } from '../program/program';
import { listChoices } from './choices';
import { generateReply } from './generate';
import { openModel } from './open-model';

let server: ModelServer;
beforeAll(async () => {
  server = await startModelServer();
});
afterAll(() => server.close());

const TODAY = new Date('2026-11-24T12:00:00Z');
const ENVS: Record<string, (url: string) => Record<string, string>> = {
  ollama: () => ({}),
  openai: (url) => ({ OPENAI_API_KEY: 'sk-test-0123456789', OPENAI_BASE_URL: `${url}/v1`, OPENAI_MODEL: 'small-3b' }),
  'openai-compatible': (url) => ({ OPENAI_COMPATIBLE_BASE_URL: `${url}/v1`, OPENAI_COMPATIBLE_MODEL: 'small-3b' }),
};

type Over = { prompt?: string; base?: Source; state?: unknown; provider?: string; signal?: AbortSignal };

/** A reply of a model that plans, over a provider's own protocol. */
async function reply(script: Script, { prompt = 'revenue by month and open orders by region', base = EMPTY_SOURCE, state, provider = 'ollama', signal }: Over = {}) {
  const local = provider === 'ollama' ? [{ server: 'ollama', baseUrl: `${server.url}/v1`, model: 'fake-small:3b' }] : [];
  const sources = { env: ENVS[provider]!(server.url), saved: [], local };
  const found = listChoices(sources)[0]!;
  const choice = { ...found, writes: { as: 'plan' as const, set: null, why: null } };
  server.setScript(script);
  server.requests.length = 0;
  const outcome = await generateReply({
    model: createPlanner({ model: openModel(choice.id, { ...sources, keys: {} }), bindings: [SHOP], pace: 0, today: TODAY }),
    choice, base, declarations: '', history: [], prompt, composerState: state,
    check: async () => [],
    write: () => {},
    signal: signal ?? new AbortController().signal,
  });
  const plan = planSchema.safeParse(outcome.modelState);
  const text = outcome.text.join('');
  return { outcome, plan: plan.data ?? null, blocks: plan.data ? summaryOf(plan.data) : [], says: text.slice(0, text.includes('\n\n```') ? text.indexOf('\n\n```') : undefined) };
}

const text = (value: object) => ({ text: JSON.stringify(value) });
const REVENUE = { show: 'line', table: 'orders', measure: 'revenue', group: 'ordered_at', bucket: 'month' };
const OPEN = { show: 'bar', table: 'orders', measure: 'rows', group: 'customers.region', where: [{ column: 'status', op: 'is', value: 'open' }] };
const PAGE = { title: 'Revenue and open orders', blocks: [REVENUE, OPEN], filters: ['customers.region'] };

const bodies = () => server.requests.map(({ body }) => body as { messages: { role: string; content: unknown }[]; response_format?: { type: string } });
const lastSaid = () => JSON.stringify(bodies().at(-1)!.messages.at(-1));

describe('a plan', () => {
  it.each(Object.keys(ENVS))('is asked for by schema over the protocol of %s, and written out', async (provider) => {
    const { outcome, plan, blocks } = await reply(text(PAGE), { provider });
    expect(outcome).toMatchObject({ state: 'done', wrote: true, inputTokens: 1_000, outputTokens: 500 });
    expect(server.requests).toHaveLength(1);
    expect(JSON.stringify(bodies()[0])).toContain('json_schema');
    expect(JSON.stringify(bodies()[0])).toContain('status (open, paid, shipped, returned)');
    expect(plan?.title).toBe('Revenue and open orders');
    expect(blocks).toMatchObject([
      { kind: 'line', table: 'orders', bucket: 'month', filters: ['region'] },
      { kind: 'bar', table: 'orders', x: 'customers.region', y: [{ aggregate: 'rows' }], where: ['orders.status is open'], filters: ['region'] },
    ]);
    expect(outcome.source['data.ts']).toContain('shop.sql');
  });

  it('takes every kind of block', async () => {
    const { blocks, says } = await reply(text({
      blocks: [
        { show: 'number', table: 'orders', measure: 'total', aggregate: 'avg', period: 'last month' },
        { show: 'pie', table: 'products', measure: 'rows', group: 'category', width: 'half' },
        { show: 'bar', table: 'order_items', measure: 'quantity', aggregate: 'sum', group: 'products.name', top: 5 },
        { show: 'heatmap', table: 'orders', measure: 'rows', group: 'channel', split: 'status' },
        { show: 'histogram', table: 'products', measure: 'price' },
        { show: 'scatter', table: 'products', measure: 'price', measure2: 'stock' },
        { show: 'board', table: 'tickets', group: 'priority' },
        { show: 'calendar', table: 'orders' },
        { show: 'table', table: 'orders', columns: ['status', 'total', 'customers.name'], sort: 'total', descending: true, top: 20, where: [{ column: 'total', op: '>', value: '100' }] },
      ],
    }));
    expect(blocks.map((b) => b.kind)).toEqual(['stat', 'pie', 'bar', 'heatmap', 'histogram', 'scatter', 'board', 'calendar', 'table']);
    expect(blocks[0]).toMatchObject({ y: [{ aggregate: 'avg', of: 'orders.total' }] });
    expect(blocks[0]!.where[0]).toContain('"unit":"month","back":1');
    expect(blocks[2]).toMatchObject({ x: 'products.name', limit: 5, y: [{ aggregate: 'sum', of: 'order_items.quantity' }] });
    expect(blocks[8]).toMatchObject({ sort: 'orders.total desc', limit: 20, where: ['orders.total over 100'] });
    expect(says).not.toMatch(/no “|left out/);
  });

  it('is read out of thoughts, a fence and a comma too many', async () => {
    const { blocks } = await reply({ text: `<think>{"blocks": maybe}</think>Here you are:\n\`\`\`json\n${JSON.stringify({ blocks: [OPEN] }).replace(/\]}$/, ',]}')}\n\`\`\`\nAsk me more!` });
    expect(server.requests).toHaveLength(1);
    expect(blocks).toMatchObject([{ kind: 'bar', x: 'customers.region' }]);
  });

  it('is asked for in words where the server knows no schema', async () => {
    const { blocks } = await reply(({ body }) => ('response_format' in (body as object) ? { status: 400, message: 'response_format is not supported' } : text(PAGE)));
    expect(blocks).toHaveLength(2);
    expect(bodies().map((b) => 'response_format' in b)).toEqual([true, false]);
  });
});

describe('what doesn’t fit', () => {
  it('goes back to the model once, by name', async () => {
    const { blocks, says } = await reply([text({ blocks: [{ ...OPEN, group: 'continent_of_sale' }] }), text({ blocks: [OPEN] })]);
    expect(lastSaid()).toContain('continent_of_sale');
    expect(blocks).toMatchObject([{ x: 'customers.region' }]);
    expect(says).not.toContain('continent_of_sale');
  });

  it('is left out and said where it comes again, and the rest is built', async () => {
    const invented = { show: 'bar', table: 'orders', measure: 'happiness', group: 'status' };
    const { blocks, says } = await reply(text({ title: 'Happiness and orders', blocks: [OPEN, invented] }));
    expect(server.requests).toHaveLength(2);
    expect(blocks).toHaveLength(1);
    expect(says).toContain('orders have no “happiness”');
    expect(says).not.toContain('Happiness and orders');
  });

  it('is read as the nearest name, and said', async () => {
    const { blocks, says } = await reply(text({ blocks: [{ show: 'bar', table: 'Order', measure: 'rows', group: 'chanel', where: [{ column: 'status', op: 'is', value: 'Opn' }, { column: 'channel', op: 'not', value: 'WEB' }] }] }));
    expect(blocks).toMatchObject([{ x: 'orders.channel' }]);
    expect(blocks[0]!.where).toContain('orders.channel is-not web');
    expect(says).toContain('Read “chanel” as the channel of orders.');
  });

  it('has no sum of texts, and no other number in its place', async () => {
    const { blocks, says } = await reply(text({ blocks: [OPEN, { show: 'number', table: 'orders', measure: 'status', aggregate: 'sum' }] }));
    expect(blocks.map((b) => b.kind)).toEqual(['bar']);
    expect(says).toContain('The status of orders is no number');
  });

  it('counts rows where it says count, and names groups that have a key', async () => {
    const { blocks } = await reply(text({ blocks: [{ show: 'bar', table: 'orders', measure: 'total', aggregate: 'count', group: 'customer_id', sort: 'value desc', top: 5 }, { show: 'table', table: 'customers', measure: 'revenue' }] }));
    expect(blocks).toMatchObject([{ kind: 'bar', x: 'customers.name', y: [{ aggregate: 'rows' }], limit: 5 }, { kind: 'table', x: 'customers.name', y: [{ aggregate: 'sum' }] }]);
  });

  it('isn’t narrowed to a value that no row has', async () => {
    const { blocks, says } = await reply(text({ blocks: [{ ...OPEN, where: [{ column: 'status', op: 'is', value: 'vanished' }] }] }));
    expect(blocks[0]!.where).toEqual([]);
    expect(says).toContain('No status is “vanished”');
  });

  it.each([
    ['broken JSON', { text: '{"blocks": [{"show": "bar", "table": "orders", ' }],
    ['no JSON', { text: 'Sure! I would show the revenue as a line chart.' }],
    ['other JSON', { text: '{"answer": 42}' }],
    ['nothing that fits', text({ blocks: [{ show: 'bar', table: 'spaceships', measure: 'rows', group: 'captain' }] })],
    ['an answer cut off', { ...text(PAGE), ends: 'length' as const, after: 0.5 }],
    ['text without end', { text: '{"blocks": ['.padEnd(200_000, '{"show":"bar",'), scale: 50 }],
  ])('%s leaves the prompt to Vitrine’s rules, and says so', async (_, script) => {
    const { outcome, blocks, says } = await reply(script, { prompt: 'open orders by region' });
    expect(outcome.state).toBe('done');
    expect(server.requests).toHaveLength(2);
    expect(says).toMatch(/fake-small:3b gave (no plan that can be read|a plan that doesn’t fit the data), so Vitrine’s own rules read the prompt\./);
    expect(blocks.some((b) => b.kind === 'bar' && b.x === 'customers.region')).toBe(true);
  });

  it.each([
    ['a refusal', { text: 'No.', ends: 'refusal' as const }, 'failed'],
    ['a connection that breaks', { ...text(PAGE), ends: 'cut' as const }, 'failed'],
    ['a broken server', { status: 500 }, 'failed'],
  ])('%s ends as with any model', async (_, script, state) => {
    const { outcome } = await reply(script);
    expect(outcome).toMatchObject({ state, wrote: false });
  });

  it('can be stopped', async () => {
    const abort = new AbortController();
    const ended = reply({ ...text(PAGE), ends: 'stall' }, { signal: abort.signal });
    setTimeout(() => abort.abort(), 50);
    expect((await ended).outcome.state).toBe('stopped');
  });
});

describe('a follow-up', () => {
  async function page(): Promise<{ base: Source; state: Plan }> {
    const { outcome, plan } = await reply(text(PAGE));
    return { base: outcome.source, state: plan! };
  }

  it('changes what it speaks of, and the rest stays to the letter', async () => {
    const before = await page();
    const { blocks, plan, says } = await reply(text({ blocks: [{ ...REVENUE, show: 'area', replace: 1 }, { show: 'table', table: 'customers' }] }), { ...before, prompt: 'as an area, and a table of customers' });
    expect(JSON.stringify(bodies()[0]!.messages[0])).toContain('2. {');
    expect(blocks.map((b) => b.kind)).toEqual(['area', 'bar', 'table']);
    expect(plan!.blocks[1]).toEqual(before.state.blocks[1]);
    expect(says).toMatch(/^Changed “.*” to “.*”\. Added “Customers”\./);
  });

  it('removes, narrows all and adds a filter', async () => {
    const { blocks, plan } = await reply(text({ blocks: [], remove: [1], where: [{ column: 'country', op: 'is', value: 'Germany' }], filters: ['channel'] }), { ...(await page()), prompt: 'only Germany' });
    expect(blocks).toMatchObject([{ kind: 'bar', where: ['orders.status is open', 'customers.country is Germany'] }]);
    expect(plan!.filters.map((f) => f.id)).toEqual(['region', 'channel']);
  });

  it('takes a filter away by its number', async () => {
    const { plan, says } = await reply(text({ blocks: [], remove: [3] }), { ...(await page()), prompt: 'without the filter' });
    expect(plan).toMatchObject({ filters: [], blocks: [{ filters: [] }, { filters: [] }] });
    expect(says).toContain('Removed the region filter.');
  });

  it('is taken back without asking the model', async () => {
    const before = await page();
    const { outcome, plan } = await reply(text({ blocks: [], remove: [1] }), before);
    const back = await reply(text({}), { base: outcome.source, state: plan, prompt: 'undo' });
    expect(server.requests).toHaveLength(0);
    expect(back.outcome.source).toEqual(before.base);
  });

  it('that changes nothing, or empties the page, leaves it', async () => {
    const { outcome, says } = await reply(text({ blocks: [], remove: [1, 2] }), { ...(await page()), prompt: 'zzz qqq' });
    expect(outcome.wrote).toBe(false);
    expect(says).toContain('stays as it is');
  });

  it('doesn’t touch code that was changed by hand, and doesn’t ask', async () => {
    const { base, state } = await page();
    const mine = { ...base, 'ui.tsx': base['ui.tsx'].replace('<Page', '{/* mine */}\n<Page') };
    const { outcome, says } = await reply(text(PAGE), { base: mine, state, prompt: 'make it an area' });
    expect(outcome).toMatchObject({ state: 'done', wrote: false, source: mine });
    expect(says).toContain('changed by hand');
    expect(server.requests).toHaveLength(0);
  });
});

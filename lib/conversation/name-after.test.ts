import { expect, test } from 'vitest';
import { nameAfter } from './name-after';

const long = 'number of orders, revenue and average order value per region as a table';
const page = (title: string) => ({ title, blocks: [] });

test.each([
  ['a page that is renamed renames its program', { title: 'Revenue in Germany', firstPrompt: 'revenue in Germany', before: page('Revenue in Germany'), after: page('Takings in Germany') }, 'Takings in Germany'],
  ['once more, by the name it has from the page', { title: 'Takings', firstPrompt: 'revenue in Germany', before: page('Takings'), after: page('Income') }, 'Income'],
  ['what a person called it stays', { title: 'Monday meeting', firstPrompt: 'revenue in Germany', before: page('Revenue in Germany'), after: page('Takings in Germany') }, null],
  ['another heading that was there before is no rename', { title: 'Sales by country', firstPrompt: 'sales by country', before: page('Revenue by country'), after: page('Revenue by country') }, null],
  ['a prompt that is a name stays one', { title: 'Sales by country', firstPrompt: 'sales by country', before: undefined, after: page('Revenue by country') }, null],
  ['one that was cut off gives way to the page’s heading', { title: 'Number of orders, revenue and average order…', firstPrompt: long, before: undefined, after: page('Orders, revenue and average order per region') }, 'Orders, revenue and average order per region'],
  ['but not to a longer one', { title: 'Number of orders, revenue and average order…', firstPrompt: long, before: undefined, after: page('x'.repeat(61)) }, null],
  ['a model’s program has no Plan', { title: 'Sales', firstPrompt: 'sales', before: undefined, after: undefined }, null],
])('%s', (_, named, name) => {
  expect(nameAfter(named)).toBe(name);
});

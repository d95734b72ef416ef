import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, it } from 'vitest';
import { Badge } from './badge';
import { Failed } from './failed';
import { createFigures } from './figures';
import { setLocale } from './fmt';
import { Loading } from './loading';
import { Page } from './page';
import { reasonOf } from './reason';
import { Stat } from './stat';

beforeEach(() => setLocale('en-US'));

const text = (element: React.ReactNode) => renderToStaticMarkup(element).replaceAll(/<[^>]+>/g, '|').replaceAll(/\|+/g, '|');

describe('Stat', () => {
  it('writes its figure, its change with a sign, and its hint', () => {
    expect(text(<Stat label="Revenue" value={1200} format="money" change={-0.04} hint="vs last month" />)).toBe('|Revenue|$1,200.00|-4%|vs last month|');
  });

  it('tells a value to come from one that isn’t there', () => {
    expect(text(<Stat label="Orders" value={undefined} />)).toBe('|Orders|');
    expect(text(<Stat label="Orders" value={undefined} loading={false} />)).toBe('|Orders|–|');
    expect(text(<Stat label="Orders" value={null} />)).toBe('|Orders|–|');
    expect(text(<Stat label="Orders" error={{ message: 'too slow' }} />)).toBe('|Orders|Could not load this. too slow.|');
  });

  it.each([[NaN], [{ a: 1 }], [[1, 2]], [new Date(NaN)], [() => 1], [true], [10n]])('bears %s', (value) => {
    expect(() => renderToStaticMarkup(<Stat label={{} as never} value={value} change={NaN} icon={5} format={'nonsense' as never} />)).not.toThrow();
  });

  it('colours a rise by whether it is good', () => {
    expect(renderToStaticMarkup(<Stat label="Churn" value={1} change={0.1} good="down" />)).toContain('text-destructive');
    expect(renderToStaticMarkup(<Stat label="Sales" value={1} change={0.1} />)).toContain('text-success');
  });

  it('takes a change that reads 0 % for none', () => {
    const html = renderToStaticMarkup(<Stat label="Sales" value={1} change={0.0001} />);
    expect([html.includes('text-success'), html.includes('lucide-minus'), html.includes('>0%')]).toEqual([false, true, true]);
  });

  it('writes a hint as it writes its figure', () => {
    expect(text(<Stat label="Revenue" value={371_359} format="money" hint={(write) => `against ${write(8_714.94)}`} />)).toBe('|Revenue|$371,359|against $8,715|');
  });
});

describe('figures of one page', () => {
  it('know each other by how they are written, until they are gone', () => {
    const figures = createFigures();
    let told = 0;
    figures.subscribe(() => told++);
    const take = figures.put('money ', 'a', 371_359);
    figures.put('money ', 'b', 17_509.51);
    figures.put('percent ', 'c', 0.44);
    expect(figures.of('money ')).toEqual([371_359, 17_509.51]);
    expect(figures.of('money ')).toBe(figures.of('money '));
    take();
    expect([figures.of('money '), told]).toEqual([[17_509.51], 4]);
  });
});

describe('Badge', () => {
  it('says a state as a word, in its colour', () => {
    expect(renderToStaticMarkup(<Badge state="high" />)).toMatch(/text-warning.*>High</);
    expect(text(<Badge state={null} />)).toBe('|–|');
    expect(text(<Badge>own</Badge>)).toBe('|own|');
  });
});

describe('Failed', () => {
  it('names what failed, why, and offers to try again', () => {
    expect(text(<Failed what="the orders" error={new Error('No connection')} onRetry={() => {}} />)).toBe('|Could not load the orders|No connection.| Try again|');
    expect(text(<Failed />)).toBe('|Could not load this|No reason was given.|');
  });

  it.each([
    ['Error: connection refused', 'connection refused.'],
    [new TypeError('x is not a function'), 'x is not a function.'],
    [{ message: 42 }, 'No reason was given.'],
    [null, 'No reason was given.'],
    ['a'.repeat(400), `${'a'.repeat(300)}…`],
  ])('gives the reason of %s in words', (error, expected) => {
    expect(reasonOf(error)).toBe(expected);
  });
});

describe('Page and Loading', () => {
  it('has one heading, and bears objects for text', () => {
    expect(text(<Page title="Orders" description={{ odd: 1 } as never} actions={<button type="button">Go</button>}>here</Page>)).toBe('|Orders|{&quot;odd&quot;:1}|Go|here|');
    expect(renderToStaticMarkup(<Page />)).not.toContain('<header');
  });

  it('draws a sensible number of lines', () => {
    const lines = (rows: number) => renderToStaticMarkup(<Loading rows={rows} />).split('data-slot="skeleton"').length - 1;
    expect([lines(3), lines(NaN), lines(-1), lines(1e9)]).toEqual([3, 1, 1, 20]);
  });
});

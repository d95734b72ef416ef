import { beforeEach, describe, expect, it } from 'vitest';
import { NOTHING, fmt, setLocale } from './fmt';

beforeEach(() => setLocale('en-US'));

describe('fmt', () => {
  const nothing = [undefined, null, NaN, Infinity, '', ' ', 'n/a', {}, [], () => {}, Symbol.iterator] as never[];
  const writers = Object.entries(fmt).filter(([name]) => name !== 'label' && name !== 'word');

  it.each(writers)('%s writes a dash for whatever it can’t write', (_, write) => {
    expect(nothing.map((value) => (write as (value: never) => string)(value))).toEqual(nothing.map(() => NOTHING));
  });

  it('takes numbers in the forms databases give them', () => {
    expect([fmt.number(1234.567), fmt.number('1234.50'), fmt.number(12n), fmt.number(-0.5), fmt.number(2, 2)]).toEqual(['1,234.57', '1,234.5', '12', '-0.5', '2.00']);
  });

  it('writes money with cents as long as they are read, in the currency asked for', () => {
    expect([fmt.money(12.5), fmt.money(1284500.5), fmt.money(3, 'EUR'), fmt.money(3, { currency: 'JPY' })]).toEqual(['$12.50', '$1,284,501', '€3.00', '¥3']);
  });

  it('goes on with the defaults where Intl refuses what it was given', () => {
    expect([fmt.money(1, 'dollars'), fmt.number(1.234, 200), fmt.date('2026-10-03', { month: 'huge' as never })]).toEqual(['$1.00', '1.23', 'Oct 3, 2026']);
  });

  it('writes shares and their change', () => {
    expect([fmt.percent(0.123), fmt.percent(1), fmt.change(0.04), fmt.change(-0.04), fmt.change(0)]).toEqual(['12.3%', '100%', '+4%', '-4%', '0%']);
  });

  it('writes a day as that day, in every zone', () => {
    const same = ['2026-10-03', '2026-10-03T00:00:00Z', '2026-10-03 00:00:00+00', '2026-10-03T00:00:00.000Z', '2026-10-03 08:30:00'];
    expect(new Set(same.map((text) => fmt.date(text)))).toEqual(new Set(['Oct 3, 2026']));
    expect([fmt.month('2026-10'), fmt.date('2026-02-31'), fmt.date('2026-13-01')]).toEqual(['Oct 2026', NOTHING, NOTHING]);
  });

  it('writes times relative to now', () => {
    const ago = (seconds: number) => new Date(Date.now() - seconds * 1000);
    expect([fmt.ago(ago(3 * 86_400 + 5)), fmt.relative(ago(86_405)), fmt.ago(ago(-7205))]).toEqual(['3 days ago', 'yesterday', 'in 2 hours']);
  });

  it('writes durations and sizes', () => {
    expect([fmt.duration(3900), fmt.duration(0), fmt.duration(-61), fmt.bytes(1_500_000), fmt.bytes(999)]).toEqual(['1 h 5 min', '0 s', '−1 min 1 s', '1.5 MB', '999 bytes']);
  });

  it('turns keys into words and leaves what are words alone', () => {
    expect(['first_order_at', 'customerId', 'id', 'IP', 'Übersicht (neu)', 'damaged item', '', '_'].map(fmt.label)).toEqual(['First order at', 'Customer ID', 'ID', 'IP', 'Übersicht (neu)', 'Damaged item', NOTHING, '_']);
  });

  it('follows the language of the viewer, and ignores one that is none', () => {
    setLocale('de-DE');
    setLocale('not a language');
    expect(fmt.number(1234.5)).toBe('1.234,5');
  });
});

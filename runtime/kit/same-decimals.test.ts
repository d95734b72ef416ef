import { beforeEach, describe, expect, it } from 'vitest';
import { setLocale } from './fmt';
import { evenWriter, tickWriter } from './same-decimals';

beforeEach(() => setLocale('en-US'));

const column = (values: readonly unknown[], format: unknown) => values.map(evenWriter(values, format));
const axis = (ticks: readonly number[], format?: string) => ticks.map(tickWriter(ticks, format));

describe('values that stand under each other', () => {
  it('have the same number of decimals, as what is in them decides', () => {
    expect(column([321_064, 18_392, 58_024.64], 'money')).toEqual(['$321,064', '$18,392', '$58,025']);
    expect(column([97_780.82, 1_237.7, 0], 'money')).toEqual(['$97,780.82', '$1,237.70', '$0.00']);
    expect(column([120_000, 4.5], 'money')).toEqual(['$120,000.00', '$4.50']);
    expect(column([0.551, 0.55, null], 'percent')).toEqual(['55.1%', '55.0%', '–']);
    expect(column([0.5, 0.25], 'percent')).toEqual(['50%', '25%']);
    expect(column([12, 3.5, '4.25'], 'number')).toEqual(['12.00', '3.50', '4.25']);
  });

  it('are left to a function that a program gives', () => {
    expect(column([1, 2.5], (value: number) => `${value} ms`)).toEqual(['1 ms', '2.5 ms']);
  });

  it('keep the decimals of a currency that has none, and of one that is said', () => {
    expect([5, 7].map(evenWriter([5, 7], 'money', 'JPY'))).toEqual(['¥5', '¥7']);
  });
});

describe('ticks of an axis', () => {
  it('are short and have the same decimals, of which the 0 has none', () => {
    expect(axis([0, 2_500, 5_000, 7_500], 'money')).toEqual(['$0', '$2.5K', '$5.0K', '$7.5K']);
    expect(axis([0, 500_000, 1_000_000, 1_500_000], 'money')).toEqual(['$0', '$500K', '$1.0M', '$1.5M']);
    expect(axis([0, 0.125, 0.25], 'percent')).toEqual(['0%', '12.5%', '25.0%']);
    expect(axis([0, 500, 1_000, 1_500])).toEqual(['0', '500', '1.0K', '1.5K']);
    expect(axis([0, 20, 40])).toEqual(['0', '20', '40']);
  });
});

import type { SpendingLimit } from '@/lib/client/spending';

const DOLLARS = new Intl.NumberFormat('en', { style: 'currency', currency: 'USD' });

/** Millionths of a dollar as money; what is less than a cent is told so. */
export function money(micros: number): string {
  return micros > 0 && micros < 10_000 ? '< $0.01' : DOLLARS.format(micros / 1_000_000).replace(/\.00$/, '');
}

export function tokens(count: number): string {
  return `${count.toLocaleString('en')} ${count === 1 ? 'token' : 'tokens'}`;
}

/** `$20 and 100,000 tokens`; null where there is none. */
export function limitInWords({ micros, tokens: most }: SpendingLimit): string | null {
  const parts = [micros === null ? null : money(micros), most === null ? null : tokens(most)].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(' and ') : null;
}

/** `2026-11` → `November 2026` */
export function monthInWords(month: string): string {
  return new Date(`${month}-01T00:00:00Z`).toLocaleString('en', { month: 'long', year: 'numeric', timeZone: 'UTC' });
}

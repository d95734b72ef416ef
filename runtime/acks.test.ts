import { expect, test } from 'vitest';
import { createAcks } from './acks';

function acksWithClock() {
  const said: { seq: number; outcome: string; ms: number }[] = [];
  const waiting: (() => void)[] = [];
  const clock = { ms: 0 };
  const acks = createAcks(({ seq, outcome, ms }) => said.push({ seq, outcome, ms }), () => clock.ms, (callback) => waiting.push(callback));
  return { acks, said, waiting, clock };
}

test('a swap is answered once, with the time it took', () => {
  const { acks, said, waiting, clock } = acksWithClock();
  acks.begin(1);
  clock.ms = 4;
  acks.end(1, 'shown');
  acks.end(1, 'kept');
  for (const timer of waiting) timer();
  expect(said).toEqual([{ seq: 1, outcome: 'shown', ms: 4 }]);
});

test('one that is overtaken or never shown was kept out', () => {
  const { acks, said, waiting } = acksWithClock();
  acks.begin(1);
  acks.begin(2);
  acks.end(1, 'shown');
  waiting[1]?.();
  expect(said.map(({ seq, outcome }) => `${seq} ${outcome}`)).toEqual(['1 kept', '2 kept']);
});

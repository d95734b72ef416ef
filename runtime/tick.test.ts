import { expect, test } from 'vitest';
import { createLoopGuard, LOOP_BUDGET_MS, LoopStopped } from './tick';

function guardWithClock() {
  const clock = { ms: 0, ended: () => {} };
  const guard = createLoopGuard(() => clock.ms, (ended) => (clock.ended = ended));
  return { clock, tick: guard.tickOf('ui.tsx') };
}

test('an endless loop is stopped in its line', () => {
  const { clock, tick } = guardWithClock();
  let rounds = 0;
  const loop = () => {
    for (;;) {
      tick(12);
      clock.ms += 0.001;
      rounds += 1;
    }
  };
  expect(loop).toThrow(expect.objectContaining({ name: 'LoopStopped', file: 'ui.tsx', line: 12 }));
  expect(clock.ms).toBeGreaterThan(LOOP_BUDGET_MS);
  expect(clock.ms).toBeLessThan(LOOP_BUDGET_MS * 1.1);
  expect(rounds).toBeGreaterThan(1_000_000);
});

test('a slow body is looked at each time', () => {
  const { clock, tick } = guardWithClock();
  let rounds = 0;
  const loop = () => {
    for (;;) {
      tick(1);
      clock.ms += 500;
      rounds += 1;
    }
  };
  expect(loop).toThrow(LoopStopped);
  expect(rounds).toBeLessThan(10);
});

test('a loop that catches the stop is stopped again; the next run has a budget of its own', () => {
  const { clock, tick } = guardWithClock();
  tick(1);
  clock.ms += LOOP_BUDGET_MS + 1;
  expect(() => [1, 1].forEach(tick)).toThrow(LoopStopped);
  expect(() => tick(2)).toThrow(LoopStopped);
  clock.ended();
  expect(() => tick(3)).not.toThrow();
});

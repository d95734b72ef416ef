import { expect, test } from 'vitest';
import { createLoopGuard, LOOP_BUDGET_MS, STOPPED_BEFORE_MS } from './tick';

const LOOP = 'const before = 1;\nwhile (true) {$.tick(2);\n n += 1;\n}\nconst after = 2;';

function guardWithClock(isTooMuch = () => false) {
  const clock = { ms: 0, ended: () => {} };
  const guard = createLoopGuard(() => clock.ms, (ended) => (clock.ended = ended), isTooMuch);
  return { clock, guard, ...guard.ticksOf('ui.tsx', LOOP) };
}

const STOPPED = expect.objectContaining({ name: 'Stopped', phase: 'loop' });

/** Runs `tick` again and again, each time taking `ms`, until it throws or `times` are over. */
function spin(clock: { ms: number }, tick: (line: number) => void, line: number, ms: number, times = Infinity): number {
  let rounds = 0;
  for (; rounds < times; rounds++) {
    tick(line);
    clock.ms += ms;
  }
  return rounds;
}

test('an endless loop is stopped in its line', () => {
  const { clock, tick } = guardWithClock();
  expect(() => spin(clock, tick, 2, 0.001)).toThrow(expect.objectContaining({ phase: 'loop', position: { file: 'ui.tsx', line: 2 } }));
  expect(clock.ms).toBeGreaterThan(LOOP_BUDGET_MS);
  expect(clock.ms).toBeLessThan(LOOP_BUDGET_MS * 1.1);
});

test('a slow body is looked at each time', () => {
  const { clock, tick } = guardWithClock();
  expect(() => spin(clock, tick, 2, 500, 10)).toThrow(STOPPED);
});

test('a loop that catches the stop is stopped again at once; what comes after it in the same run goes on a little', () => {
  const { clock, tick, call } = guardWithClock();
  tick(1);
  clock.ms += LOOP_BUDGET_MS + 1;
  expect(() => [1, 1].forEach(tick)).toThrow(STOPPED);
  expect(() => tick(1)).toThrow(STOPPED);
  expect(() => [call(9), tick(3)]).not.toThrow();
  expect(() => spin(clock, tick, 3, 1, 500)).toThrow(STOPPED);
});

test('the next run has a budget of its own', () => {
  const { clock, tick } = guardWithClock();
  tick(1);
  clock.ms += LOOP_BUDGET_MS + 1;
  expect(() => [1, 1].forEach(tick)).toThrow(STOPPED);
  clock.ended();
  expect(() => tick(3)).not.toThrow();
});

test('what calls itself, or is called by an endless list, is stopped too; a loop around it is named before it', () => {
  const { clock, call } = guardWithClock();
  expect(() => spin(clock, call, 5, 0.01)).toThrow(expect.objectContaining({ phase: 'loop', position: { file: 'ui.tsx', line: 5 } }));

  const both = guardWithClock();
  const calling = (line: number) => {
    both.tick(line);
    both.call(5);
  };
  expect(() => spin(both.clock, calling, 2, 0.01)).toThrow(expect.objectContaining({ position: { file: 'ui.tsx', line: 2 } }));
});

test('a few calls late in a long run are not to blame for it', () => {
  const { clock, call } = guardWithClock();
  call(1);
  clock.ms += 10 * LOOP_BUDGET_MS;
  expect(() => call(1)).not.toThrow();
});

test('what was stopped has little time from then on, also where it has moved in a newer program; once its text is another, all of it', () => {
  const { clock, guard, tick } = guardWithClock();
  expect(() => spin(clock, tick, 2, 1)).toThrow(STOPPED);

  const moved = guard.ticksOf('ui.tsx', `const more = 0;\n\n${LOOP.replace('tick(2)', 'tick(4)')}`);
  clock.ended();
  clock.ms = 0;
  expect(() => spin(clock, moved.tick, 4, 1)).toThrow(STOPPED);
  expect(clock.ms).toBeLessThan(STOPPED_BEFORE_MS * 2);

  const mended = guard.ticksOf('ui.tsx', LOOP.replace('n += 1', 'break'));
  clock.ended();
  clock.ms = 0;
  expect(spin(clock, mended.tick, 2, 1, 500)).toBe(500);
});

test('a run that takes too much memory is stopped in the line that goes on', () => {
  let isTooMuch = false;
  const { clock, tick } = guardWithClock(() => isTooMuch);
  spin(clock, tick, 2, 1, 100);
  isTooMuch = true;
  expect(() => spin(clock, tick, 2, 1)).toThrow(expect.objectContaining({ phase: 'memory', position: { file: 'ui.tsx', line: 2 } }));
});

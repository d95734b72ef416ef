import { expect, test } from 'vitest';
import { createSetters } from './setters';

function settersWithClock() {
  const clock = { ms: 0 };
  const setters = createSetters(() => clock.ms);
  const made: number[] = [];
  const set = setters.of((n: number) => void made.push(n));
  const render = (owner: object, run: () => void) => {
    const ended = setters.render(owner);
    try {
      run();
    } finally {
      ended();
    }
  };
  return { clock, setters, made, set, render };
}

/** How often `run` goes through before it throws; Infinity where it does a thousand times. */
function times(run: () => void): number {
  for (let n = 0; n < 1_000; n++) {
    try {
      run();
    } catch {
      return n;
    }
  }
  return Infinity;
}

test('a setter is the same one in every render', () => {
  const { setters } = settersWithClock();
  const set = () => {};
  expect(setters.of(set)).toBe(setters.of(set));
});

test('setting state in each render in a row is stopped before React gives up; once a frame is shown it counts anew', () => {
  const { clock, setters, set, render } = settersWithClock();
  const owner = {};
  expect(times(() => render(owner, () => set(1)))).toBeLessThan(25);
  clock.ms += 2_000;
  setters.shown(owner);
  expect(() => render(owner, () => set(1))).not.toThrow();
});

test('setting the state of another component in each of its renders is stopped; doing so as fast as one types is not', () => {
  const { clock, setters, set, render } = settersWithClock();
  const owner = {};
  const renderAndShow = (ms: number) => () => {
    render(owner, () => set(1));
    setters.shown(owner);
    clock.ms += ms;
  };
  expect(times(renderAndShow(30))).toBe(Infinity);
  expect(times(renderAndShow(2))).toBeLessThan(100);
});

test('an effect that sets state in every render is stopped; several in one run, slow ones and answers from outside are not', () => {
  const { clock, setters, set } = settersWithClock();
  const effect = () => setters.effect(() => [1, 2, 3].forEach(set));
  expect(times(effect)).toBeLessThan(50);
  setters.newCause();
  expect(times(() => (setters.newCause(), effect()))).toBe(Infinity);
  expect(times(() => ((clock.ms += 1_500), effect()))).toBe(Infinity);
});

test('many places that each set their own state once at the start are no loop', () => {
  const { setters } = settersWithClock();
  expect(times(() => setters.effect(() => setters.of(() => {})()))).toBe(Infinity);
});

test('handlers and timers may set state as often as they like', () => {
  const { set } = settersWithClock();
  expect(times(() => set(1))).toBe(Infinity);
});

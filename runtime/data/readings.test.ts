import { expect, test, vi } from 'vitest';
import { CallFailed } from './call-failed';
import { createReadings } from './readings';

function start() {
  const onFailed = vi.fn();
  const runs: { resolve(value: unknown): void; reject(error: unknown): void; stop: ReturnType<typeof vi.fn> }[] = [];
  const readings = createReadings(onFailed);
  const of = (key: string) =>
    readings.of(key, () => {
      const { promise, resolve, reject } = Promise.withResolvers<unknown>();
      const stop = vi.fn(() => reject(new CallFailed({ code: 'cancelled', message: 'cancelled', retryable: true })));
      runs.push({ resolve, reject, stop });
      return { result: promise, stop, calls: () => [runs.length] };
    });
  return { onFailed, runs, readings, of };
}

const settled = () => new Promise((resolve) => setTimeout(resolve));

test('all who hold the same reading share one call, and none is made for a value that is there', async () => {
  const { runs, of } = start();
  of('a').hold();
  of('a').hold();
  runs[0]!.resolve([1]);
  await settled();
  of('a').hold();
  expect(runs).toHaveLength(1);
  expect(of('a').state()).toEqual({ value: [1], hasValue: true, error: undefined, pending: false });
});

test('a call that nobody waits for any more is cancelled, which is no failure', async () => {
  const { runs, of, onFailed } = start();
  const release = of('a').hold();
  release();
  await settled();
  expect(runs[0]!.stop).toHaveBeenCalledOnce();
  expect(onFailed).not.toHaveBeenCalled();
  of('a').hold();
  expect(runs).toHaveLength(2);
});

test('letting go and holding again in one go keeps the call', async () => {
  const { runs, of } = start();
  const release = of('a').hold();
  release();
  of('a').hold();
  await settled();
  expect(runs[0]!.stop).not.toHaveBeenCalled();
});

test('a reload keeps the value until the newer one is there, and the answer of the older run is not taken', async () => {
  const { runs, of } = start();
  const reading = of('a');
  reading.hold();
  runs[0]!.resolve(1);
  await settled();
  reading.reload();
  expect(reading.state()).toMatchObject({ value: 1, pending: true });
  reading.reload();
  runs[2]!.resolve(3);
  runs[1]!.resolve(2);
  await settled();
  expect(reading.state()).toMatchObject({ value: 3, pending: false });
});

test('a failure is told once, to the listeners and to who asked for failures', async () => {
  const { runs, of, onFailed } = start();
  const listener = vi.fn();
  of('a').subscribe(listener);
  of('a').hold();
  runs[0]!.reject(new Error('no'));
  await settled();
  expect(of('a').state()).toMatchObject({ hasValue: false, pending: false, error: new Error('no') });
  expect(listener).toHaveBeenCalledOnce();
  expect(onFailed).toHaveBeenCalledOnce();
});

test('after a change outside, what is shown is read again and the rest forgotten', async () => {
  const { runs, readings, of } = start();
  of('shown').hold();
  const release = of('hidden').hold();
  for (const run of runs) run.resolve(1);
  await settled();
  release();
  readings.reloadAll();
  expect(runs).toHaveLength(3);
  of('hidden').hold();
  expect(runs).toHaveLength(4);
});

import { expect, test } from 'vitest';
import type { CallAnswer } from '../bridge/messages';
import { OpenCalls } from './open-calls';

const call = (id: number) => ({ id, binding: 'shop', operation: 'sql', args: null });
const answer = (id: number): CallAnswer => ({ id, ok: true, value: id, rows: 0, ms: 0 });
const open = () => {
  const sent: number[][] = [];
  return { sent, calls: new OpenCalls((answers) => sent.push(answers.map(({ id }) => id))) };
};
const turn = () => new Promise((resolve) => setTimeout(resolve));

test('answers of one turn go back together, each once', async () => {
  const { sent, calls } = open();
  const batch = calls.begin([call(1), call(2), call(3)]);
  batch.answer(answer(1));
  batch.answer(answer(2));
  batch.answer(answer(2));
  await turn();
  batch.answer(answer(3));
  batch.answer(answer(4));
  await turn();
  expect(sent).toEqual([[1, 2], [3]]);
  expect(batch.signal.aborted).toBe(false);
});

test('a batch ends when nobody waits for any of it; what comes late for a cancelled one is dropped', async () => {
  const { sent, calls } = open();
  const first = calls.begin([call(1), call(2)]);
  const second = calls.begin([call(3)]);
  calls.cancel([1, 99]);
  expect(first.signal.aborted).toBe(false);
  first.answer(answer(1));
  expect(first.signal.aborted).toBe(false);
  // The other has its answer: what still holds the first waits for nobody.
  first.answer(answer(2));
  expect(first.signal.aborted).toBe(true);
  calls.cancel([2]);
  await turn();
  expect(sent).toEqual([[2]]);
  calls.cancelAll();
  expect(second.signal.aborted).toBe(true);
});

test('a number that is used again means the newer call', async () => {
  const { sent, calls } = open();
  const older = calls.begin([call(1)]);
  const newer = calls.begin([call(1)]);
  older.answer(answer(1));
  calls.cancel([1]);
  expect(newer.signal.aborted).toBe(true);
  await turn();
  expect(sent).toEqual([[1]]);
});

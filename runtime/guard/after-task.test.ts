import { expect, test } from 'vitest';
import { createAfterTask } from './after-task';

test('what is asked for in one task is called after it, and after its promises', async () => {
  const order: string[] = [];
  const afterTask = createAfterTask();
  await new Promise<void>((resolve) => {
    afterTask(() => order.push('first'));
    afterTask(() => {
      order.push('second');
      afterTask(resolve);
    });
    void Promise.resolve().then(() => order.push('promise'));
    order.push('task');
  });
  expect(order).toEqual(['task', 'promise', 'first', 'second']);
});

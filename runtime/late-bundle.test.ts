import { describe, expect, it } from 'vitest';
import { createLateBundle } from './late-bundle';

function begin() {
  const tasks: (() => void)[] = [];
  const evaluated: string[] = [];
  const bundle = createLateBundle(
    (text) => {
      evaluated.push(text);
      return { from: text };
    },
    (task) => void tasks.push(task),
  );
  const runTasks = () => tasks.splice(0).forEach((task) => task());
  return { bundle, evaluated, runTasks };
}

describe('a late bundle', () => {
  it('is not evaluated before somebody wants it', () => {
    const { bundle, evaluated, runTasks } = begin();
    bundle.receive('charts');
    runTasks();
    expect(evaluated).toEqual([]);
    expect(bundle.given()).toBeNull();
  });

  it('is evaluated in a task of its own, whichever comes first: the wish or the text', () => {
    for (const order of [['want', 'receive'], ['receive', 'want']] as const) {
      const { bundle, evaluated, runTasks } = begin();
      for (const step of order) bundle[step]('charts');
      expect(evaluated).toEqual([]);
      runTasks();
      expect(evaluated).toEqual(['charts']);
      expect(bundle.given()).toEqual({ from: 'charts' });
    }
  });

  it('is evaluated once, and only the first text counts', () => {
    const { bundle, evaluated, runTasks } = begin();
    bundle.want();
    bundle.receive('first');
    bundle.receive('second');
    runTasks();
    bundle.receive('third');
    bundle.want();
    bundle.load();
    runTasks();
    expect(evaluated).toEqual(['first']);
  });

  it('can be loaded at once where its text is here, and says null where it isn’t', () => {
    const { bundle } = begin();
    expect(bundle.load()).toBeNull();
    bundle.receive('icons');
    expect(bundle.load()).toEqual({ from: 'icons' });
  });

  it('tells that it’s there after the present task, and only those who still listen', () => {
    const { bundle, runTasks } = begin();
    const heard: string[] = [];
    bundle.subscribe(() => heard.push('stays'));
    bundle.subscribe(() => heard.push('leaves'))();
    bundle.receive('icons');
    bundle.load();
    expect(heard).toEqual([]);
    runTasks();
    expect(heard).toEqual(['stays']);
  });
});

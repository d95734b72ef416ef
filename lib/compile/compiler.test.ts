import { expect, test } from 'vitest';
import type { Swap } from '../bridge/messages';
import { EMPTY_SOURCE } from '../program/program';
import { Compiler } from './compiler';
import type { CompilerAnswer } from './worker-messages';

/** A compiler whose tasks run when told, and whose sheet is the list of its classes. */
function start() {
  const answers: CompilerAnswer[] = [];
  const tasks: (() => void)[] = [];
  const classes = new Set<string>();
  let text = 0;
  const compiler = new Compiler((answer) => answers.push(answer), (run) => tasks.push(run));
  const build = (candidates: readonly string[]) => {
    const before = classes.size;
    for (const word of candidates) classes.add(word);
    return classes.size === before ? null : [...classes].join(' ');
  };
  compiler.start({ build });
  return {
    show: (ui: string, ended = false, data = '') => compiler.receive({ type: 'source', text: ++text, source: { ...EMPTY_SOURCE, 'ui.tsx': ui, 'data.ts': data }, ended }),
    ack: (seq: number) => compiler.receive({ type: 'ack', seq }),
    /** Runs one task and answers what it said. */
    task: () => {
      answers.length = 0;
      tasks.shift()?.();
      return answers.map((answer) => (answer.type === 'swap' ? answer.swap : answer));
    },
    tasks,
    answers,
  };
}

const P = 'function A() { return <p className="flex">';

test('one swap is on its way at a time, and the newest text wins', () => {
  const { show, ack, task, tasks } = start();
  show(P);
  show(`${P}a`);
  expect(tasks).toHaveLength(1);
  expect(task()).toMatchObject([{ seq: 1, css: 'flex', done: false, ui: { js: expect.stringContaining('"a"') } }]);
  show(`${P}ab`);
  show(`${P}abc`);
  expect(tasks).toHaveLength(0);
  ack(7);
  expect(tasks).toHaveLength(0);
  ack(1);
  expect(task()).toMatchObject([{ seq: 2, css: null, ui: { js: expect.stringContaining('"abc"') } }]);
});

test('the same program is not sent again, except to say that it is done', () => {
  const { show, ack, task } = start();
  show(`${P}a</p>; }`);
  expect(task()).toMatchObject([{ seq: 1 }]);
  ack(1);
  show(`${P}a</p>; }\n// and so on`);
  expect(task()).toEqual([{ type: 'unchanged', text: 2 }]);
  show(`${P}a</p>; }`, true);
  expect(task()).toMatchObject([{ seq: 2, done: true }]);
  ack(2);
  show(`${P}a</p>; }`);
  expect(task()).toEqual([{ type: 'unchanged', text: 4 }]);
});

test('a file that can not be shown for a while stays what it was', () => {
  const { show, ack, task } = start();
  show(`${P}a</p>; }`, true);
  task();
  ack(1);
  show('', false, 'export async function f() { return 1; }');
  expect(task()).toMatchObject([{ seq: 2, done: false, ui: { defaultExport: null, components: [{ name: 'A' }] }, data: { functions: [{ name: 'f' }] } }]);
});

test('a whole text that does not parse is shown as far as it goes, then says so', () => {
  const { show, ack, task } = start();
  show(`${P}a</p>; }\nconst b = ;`, true);
  const [swap, failed] = task() as [Swap, CompilerAnswer];
  expect(swap).toMatchObject({ seq: 1, done: false, ui: { components: [{ name: 'A' }] } });
  expect(failed).toMatchObject({ type: 'failed', diagnostics: [{ code: 'syntax', start: { line: 2 } }] });
  ack(1);
  show(`${P}a</p>; }\nconst b = ;`, true);
  expect(task()).toMatchObject([{ type: 'failed' }]);
});

test('text that comes before it can compile waits', () => {
  const answers: CompilerAnswer[] = [];
  const tasks: (() => void)[] = [];
  const compiler = new Compiler((answer) => answers.push(answer), (run) => tasks.push(run));
  compiler.receive({ type: 'source', text: 1, source: { ...EMPTY_SOURCE, 'ui.tsx': P }, ended: false });
  expect(tasks).toHaveLength(0);
  compiler.start({ build: () => null });
  tasks[0]!();
  expect(answers.map(({ type }) => type)).toEqual(['ready', 'swap']);
});

import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ApiBinding } from '../binding/binding';
import type { Call, CallAnswer } from '../bridge/messages';
import { type Checker, createChecker } from '../compile/check/checker';
import type { ReplyData } from '../model/messages';
import { type Isolates, createIsolates } from '../sandbox/isolate/isolates';
import { snippetCheck } from './check-snippet';
import { executeTool } from './execute-tool';

const FIREWALL: ApiBinding = {
  kind: 'api', name: 'firewall', title: 'Firewall',
  operations: [
    {
      name: 'requestsList', groups: [], effect: 'read', deprecated: false,
      input: { kind: 'object', fields: [{ name: 'status', required: false, shape: { kind: 'integer' } }] },
      output: { kind: 'list', of: { kind: 'object', fields: [{ name: 'ip', required: true, shape: { kind: 'string' } }] } },
    },
  ],
  types: {},
};

let checker: Checker;
let place: Isolates;
let calls: Call[];
let told: ReplyData['run'][];
let answer: (call: Call) => CallAnswer;

beforeAll(async () => {
  checker = await createChecker();
  place = createIsolates({ size: 1 });
}, 60_000);
afterAll(() => Promise.all([checker.close(), place.close()]));

async function execute(code: unknown): Promise<string> {
  calls = [];
  told = [];
  const tool = executeTool({
    bindings: [FIREWALL],
    check: snippetCheck([FIREWALL], (source, bindings, signal) => checker.check({ source, bindings, describe: async () => ({ ok: true, columns: [] }) }, signal)),
    place: async () => place,
    onCall: async (call) => (calls.push(call), answer(call)),
    tell: (run) => told.push(run),
  });
  return tool.run({ code }, new AbortController().signal);
}
const rows = (...ips: string[]) => ({ id, args }: Call): CallAnswer => ({ id, ok: true, value: ips.map((ip) => ({ ip, args })), rows: ips.length, ms: 3 });

test('code runs over the connections and gives its value, its console and the calls it made', async () => {
  answer = rows('a', 'b');
  const code = 'const [one, two]: { ip: string }[][] = await Promise.all([firewall.requestsList({ status: 401 }), firewall.requestsList()]);\nconsole.log("seen", one, { two: two.length });\nreturn one.map(({ ip }) => ip as string);';
  const text = await execute(code);
  expect(text).toContain('Value: [\n "a",\n "b"\n]');
  expect(text).toMatch(/Console:\nseen .*ip: .*\{ two: 2 \}/s);
  expect(text).toMatch(/Calls:\nfirewall\.requestsList: 2 rows, \d+ ms\nfirewall\.requestsList: 2 rows/);
  expect(calls.map(({ binding, operation, args }) => [binding, operation, args])).toEqual([['firewall', 'requestsList', { status: 401 }], ['firewall', 'requestsList', null]]);
  expect(told).toEqual([{ code, calls: 2, outcome: 'ok' }]);
});

test('what is wrong by its types is not run, and is told with its line and the nearest name', async () => {
  answer = rows();
  const text = await execute('const all = await firewall.requestList({ status: "401" });\nreturn all;');
  expect(text).toContain('Not run');
  expect(text).toMatch(/line 1:\d+ error .*requestList.*requestsList/s);
  expect(await execute('return 1 +;')).toMatch(/Not run.*line 1:/s);
  expect(calls).toEqual([]);
  expect(told).toMatchObject([{ outcome: 'check', calls: 0 }]);
});

test('an error of a call carries its code and status, one of the code its line', async () => {
  answer = ({ id }) => ({ id, ok: false, error: { code: 'http-error', message: 'The firewall answered with 503.', retryable: true, status: 503 } });
  expect(await execute('return firewall.requestsList();')).toMatch(/^Error \(code http-error, status 503, .*may be tried again\): The firewall answered with 503\./);
  expect(told).toMatchObject([{ outcome: 'http-error', calls: 1 }]);
  expect(await execute('const list: string[] = [];\n\nreturn list[3]!.length;')).toMatch(/^Error \(code threw, line 3\)/);
});

test('what is long is cut, with a notice', async () => {
  answer = rows();
  const text = await execute('for (let i = 0; i < 400; i++) console.log("a line of some length", i);\nreturn "x".repeat(50_000);');
  expect(text.length).toBeLessThan(21_500);
  expect(text.match(/more characters were left out/g)).toHaveLength(2);
});

test('what is no code is told so', async () => {
  for (const code of [undefined, 7, ' ']) expect(await execute(code)).toBe('execute takes { code: string }.');
});

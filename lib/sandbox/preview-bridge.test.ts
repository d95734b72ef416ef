import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Call } from '../bridge/messages';
import { PreviewBridge } from './preview-bridge';

const APP = 'https://app.example';
const PREVIEW = 'https://preview.example';
const CALL: Call = { id: 1, binding: 'shop', operation: 'sql', args: { text: ['select 1'], values: [] } };

let host: EventTarget;
let given: { message: unknown; origin: string; port: MessagePort }[];
let frame: HTMLIFrameElement;
let breaches: string[];
let asked: { calls: Call[]; answer(answer: unknown): void; signal: AbortSignal }[];
let bridge: PreviewBridge;

beforeEach(() => {
  host = new EventTarget();
  vi.stubGlobal('addEventListener', host.addEventListener.bind(host));
  vi.stubGlobal('removeEventListener', host.removeEventListener.bind(host));
  vi.stubGlobal('location', { origin: APP });
  [given, breaches, asked] = [[], [], []];
  frame = { contentWindow: { postMessage: (message: unknown, origin: string, [port]: MessagePort[]) => given.push({ message, origin, port: port! }) } } as unknown as HTMLIFrameElement;
  bridge = new PreviewBridge(frame, PREVIEW, { onCalls: (calls, answer, signal) => asked.push({ calls, answer: answer as (answer: unknown) => void, signal }), onBreach: (why) => breaches.push(why) });
});
afterEach(() => {
  bridge.close();
  for (const { port } of given) port.close();
  vi.unstubAllGlobals();
});

function say(message: { data: unknown; origin: string; source: unknown }): void {
  host.dispatchEvent(Object.assign(new Event('message'), message));
}

const ready = () => say({ data: 'vitrine:ready', origin: PREVIEW, source: frame.contentWindow });

test('only the frame’s own window on the preview’s origin gets a port, and only that origin is told', () => {
  say({ data: 'vitrine:ready', origin: 'https://elsewhere.example', source: frame.contentWindow });
  say({ data: 'vitrine:ready', origin: PREVIEW, source: {} });
  say({ data: 'something', origin: PREVIEW, source: frame.contentWindow });
  expect(given).toEqual([]);
  ready();
  expect(given).toMatchObject([{ message: 'vitrine:port', origin: PREVIEW }]);
  expect(() => new PreviewBridge(frame, APP, { onCalls() {}, onBreach() {} })).toThrow(/own origin/);
});

test('calls go to the host and answers come back; loaded anew, nobody waits for those before', async () => {
  ready();
  const answers = new Promise((resolve) => given[0]!.port.addEventListener('message', ({ data }) => resolve(data)));
  given[0]!.port.start();
  given[0]!.port.postMessage({ type: 'calls', calls: [CALL] });
  await vi.waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]!.calls).toEqual([CALL]);
  asked[0]!.answer({ id: 1, ok: true, value: [], rows: 0, ms: 1 });
  expect(await answers).toEqual({ type: 'answers', answers: [{ id: 1, ok: true, value: [], rows: 0, ms: 1 }] });
  given[0]!.port.postMessage({ type: 'calls', calls: [{ ...CALL, id: 2 }] });
  await vi.waitFor(() => expect(asked).toHaveLength(2));
  ready();
  expect(asked[1]!.signal.aborted).toBe(true);
  expect(given).toHaveLength(2);
});

test.each([
  ['what is no message', { type: 'calls', calls: [{ ...CALL, token: 'x' }] }, /in no form that the app knows/],
  ['what is a frame’s to say', { type: 'print' }, /of the kind “print”/],
])('%s closes the bridge for good', async (_what, message, why) => {
  ready();
  given[0]!.port.postMessage(message);
  await vi.waitFor(() => expect(breaches).toEqual([expect.stringMatching(why)]));
  ready();
  expect(given).toHaveLength(1);
});

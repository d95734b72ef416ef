import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ApiBinding } from '../binding/binding';
import { declareApi } from '../binding/declare-api';
import type { CallErrorData, Connector } from './contract';

/** Two functions of the connector under test, by which the suite is written. */
export type SuiteOperations = {
  reads: { name: string; args: unknown };
  writes: { name: string; args: unknown };
  /** Arguments for `reads` with a name that is nearly right, and what is probably meant. */
  wrong: { args: unknown; hint: string };
};

/** What every connector with operations must do. Each implementation's test runs it on two of its own, really called. */
export function operationsSuite(open: () => Promise<Connector<ApiBinding>>, { reads, writes, wrong }: SuiteOperations): void {
  describe('as every connector with operations', () => {
    let connector: Connector<ApiBinding>;
    beforeAll(async () => {
      connector = await open();
    });
    afterAll(() => connector.close());

    const never = new AbortController().signal;
    const failure = (name: string, args: unknown, signal = never): Promise<CallErrorData> =>
      connector.call(name, args, signal).then(() => expect.unreachable('it ran'), (error: { data: CallErrorData }) => error.data);

    test('describes its operations, with names and types that code can be written with', async () => {
      const binding = await connector.describe();
      const names = binding.operations.map(({ name }) => name);
      expect(names).toEqual(expect.arrayContaining([reads.name, writes.name]));
      expect(new Set(names).size).toBe(names.length);
      for (const name of [...names, ...Object.keys(binding.types)]) expect(name).toMatch(/^[A-Za-z_$][\w$]*$/);
      expect(declareApi(binding)).toContain(`function ${reads.name}(`);
    });

    test('says what each does outside', () => {
      expect([connector.effectOf(reads.name), connector.effectOf(writes.name), connector.effectOf('nothing')]).toEqual(['read', 'write', 'read']);
    });

    test('runs one and counts what it gives', async () => {
      const result = await connector.call(reads.name, reads.args, never);
      expect(result).toMatchObject({ bytes: JSON.stringify(result.value).length, rows: expect.any(Number), ms: expect.any(Number) });
      expect(await connector.check(reads.name, reads.args)).toEqual({ ok: true, columns: [] });
    });

    test('refuses arguments that don’t fit, in a check and in a call, with the nearest right name', async () => {
      expect(await failure(reads.name, wrong.args)).toMatchObject({ code: 'bad-arguments', hint: wrong.hint, retryable: false });
      expect(await connector.check(reads.name, wrong.args)).toMatchObject({ ok: false, code: 'bad-arguments', hint: wrong.hint });
      for (const args of ['text', 5, [], () => {}, new Map()]) expect(await failure(reads.name, args)).toMatchObject({ code: 'bad-arguments' });
      expect(await failure(reads.name, JSON.parse('{"__proto__": {"x": 1}}'))).toMatchObject({ code: 'bad-arguments' });
    });

    test('refuses an operation that there isn’t', async () => {
      for (const name of ['nothing', 'constructor', '__proto__', 'toString']) await expect(connector.call(name, {}, never)).rejects.toMatchObject({ data: { code: 'unknown-operation' } });
      await expect(connector.check('nothing', {})).rejects.toMatchObject({ data: { code: 'unknown-operation' } });
    });

    test('stops what is no longer wanted, and goes on answering', async () => {
      expect(await failure(reads.name, reads.args, AbortSignal.abort())).toMatchObject({ code: 'cancelled' });
      expect((await connector.call(reads.name, reads.args, never)).value).toBeDefined();
    });

    test('several at once each get an answer', async () => {
      const results = await Promise.all(Array.from({ length: 20 }, () => connector.call(reads.name, reads.args, never)));
      expect(new Set(results.map(({ value }) => JSON.stringify(value))).size).toBe(1);
    });
  });
}

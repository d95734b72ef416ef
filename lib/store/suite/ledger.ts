import { describe, expect, it } from 'vitest';
import type { Store } from '../index';
import { newId } from '../new-id';
import { AWKWARD, addVersion, newProgram } from './made';

export function ledgerSuite(store: Store): void {
  describe('the ledger', () => {
    const line = { viewer: 'local', from: null, binding: 'shop', operation: 'sql', effect: 'read' as const, args: { text: AWKWARD }, at: '2026-01-02T03:04:05.678Z' };
    const unsaid = { id: expect.any(String), versionId: null, masked: null, rows: null, bytes: null, ms: null, message: null, allowedBy: null, allowedAs: null };

    it('lists the newest first, and keeps lines of programs that are gone', async () => {
      const { id: programId } = await newProgram(store);
      const version = await addVersion(store, programId);
      await store.team('local').ledger.add([
        { ...line, programId, versionId: version.id, outcome: 'ok', rows: 2, bytes: 10, ms: 1.5, masked: ['text'] },
        { ...line, programId: 'gone', outcome: 'ok' },
      ]);
      const id = newId();
      await store.team('local').ledger.add([{ ...line, id, programId, args: undefined, operation: 'a\0b', outcome: 'timeout', message: 'Too slow.' }]);
      await store.team('local').ledger.add([]);
      expect(await store.team('local').ledger.list(programId, { limit: 5 })).toEqual([
        { ...line, ...unsaid, id, programId, operation: 'ab', args: null, outcome: 'timeout', message: 'Too slow.' },
        { ...line, ...unsaid, programId, versionId: version.id, rows: 2, bytes: 10, ms: 1.5, outcome: 'ok', masked: ['text'] },
      ]);
      expect(await store.team('local').ledger.list(programId, { limit: 1 })).toHaveLength(1);
      expect(await store.team('local').ledger.page({ programId }, { limit: 5 })).toMatchObject([{ id, program: 'Orders', version: null }, { program: 'Orders', version: 1 }]);
      expect(await store.team('local').ledger.page({ programId: 'gone' }, { limit: 5 })).toMatchObject([{ program: null, version: null }]);
      await store.programs.remove(programId);
      expect(await store.team('local').ledger.page({ programId }, { limit: 5 })).toMatchObject([{ program: null }, { program: null, version: null }]);
    });

    it('finds lines by each part of a filter, and goes on page by page', async () => {
      const { id: programId } = await newProgram(store);
      const call = (operation: string, more: object = {}) => ({ ...line, programId, args: {}, operation, outcome: 'ok', ...more });
      await store.team('local').ledger.add([
        call('first', { binding: 'wall', at: '2026-01-01T00:00:00.000Z' }),
        call('second', { effect: 'write', allowedBy: 'a', allowedAs: 'approval', args: { body: { note: 'Über openOrders' } } }),
        call('third', { effect: 'write', allowedBy: 'g', allowedAs: 'grant', outcome: 'begun' }),
        call('fourth', { outcome: 'limit-time', message: 'It took too long.', from: 'ordersByRegion' }),
      ]);
      const found = async (filter: object) => (await store.team('local').ledger.page({ programId, ...filter }, { limit: 9 })).map(({ operation }) => operation);
      expect(await found({})).toEqual(['fourth', 'third', 'second', 'first']);
      expect(await found({ binding: 'wall' })).toEqual(['first']);
      expect(await found({ effect: 'write' })).toEqual(['third', 'second']);
      expect(await found({ outcome: 'failed' })).toEqual(['fourth']);
      expect(await found({ outcome: 'begun' })).toEqual(['third']);
      expect(await found({ allowed: 'approval' })).toEqual(['second']);
      expect(await found({ allowed: 'grant' })).toEqual(['third']);
      expect(await found({ allowed: 'nobody' })).toEqual(['fourth', 'first']);
      expect(await found({ until: line.at })).toEqual(['first']);
      expect(await found({ since: line.at, words: 'order' })).toEqual(['fourth', 'second']);
      expect(await found({ words: 'über open' })).toEqual(['second']);
      expect(await found({ words: "took' too:*" })).toEqual(['fourth']);
      expect(await found({ words: 'nothing like it' })).toEqual([]);
      expect(await found({ words: '…' })).toHaveLength(4);
      const [third, second] = (await store.team('local').ledger.page({ programId }, { limit: 3 })).slice(1);
      expect(await store.team('local').ledger.page({ programId }, { limit: 1, before: third!.position })).toEqual([second]);
      expect(await store.team('local').ledger.page({ ids: [second!.id, 'nothing'] }, { limit: 2 })).toEqual([second]);
      const { bindings, outcomes } = await store.team('local').ledger.values();
      expect(bindings).toEqual([...new Set([...bindings, 'shop', 'wall'])].sort());
      expect(outcomes).toEqual(expect.arrayContaining(['begun', 'limit-time', 'ok']));
    });

    it('removes what is old, in pieces, and nothing else', async () => {
      const { id: programId } = await newProgram(store);
      const old = Array.from({ length: 4_500 }, () => ({ ...line, programId, args: {}, outcome: 'ok', at: '2001-01-01T00:00:00.000Z' }));
      for (let at = 0; at < old.length; at += 500) await store.team('local').ledger.add(old.slice(at, at + 500));
      await store.team('local').ledger.add([{ ...line, programId, outcome: 'ok', at: '2002-01-01T00:00:00.000Z' }]);
      expect(await store.team('local').ledger.prune('2002-01-01T00:00:00.000Z', AbortSignal.abort())).toBe(0);
      expect(await store.team('local').ledger.prune('2002-01-01T00:00:00.000Z')).toBe(4_500);
      expect(await store.team('local').ledger.list(programId, { limit: 9 })).toHaveLength(1);
      await store.team('local').ledger.tidy();
    });

    it('has a write on record before it is made, and what came of it after', async () => {
      const { id: programId } = await newProgram(store);
      const id = 'a-write';
      await store.team('local').ledger.begin({ id, ...line, programId, effect: 'write', allowedBy: 'somebody', allowedAs: 'grant' });
      expect(await store.team('local').ledger.list(programId, { limit: 5 })).toMatchObject([{ id, outcome: 'begun', allowedBy: 'somebody', allowedAs: 'grant', ms: null }]);
      await store.team('local').ledger.end(id, { outcome: 'ok', rows: 1, bytes: 2, ms: 3 });
      expect(await store.team('local').ledger.list(programId, { limit: 5 })).toMatchObject([{ id, outcome: 'ok', rows: 1, bytes: 2, ms: 3, allowedBy: 'somebody' }]);
      await store.team('local').ledger.end(id, { outcome: 'http-error', message: 'Pomegranates are out.' });
      expect((await store.team('local').ledger.page({ words: 'pomegran' }, { limit: 5 })).map((found) => found.id)).toEqual([id]);
    });

    it('tells which programs have called a binding, the latest first', async () => {
      const [one, two] = [await newProgram(store), await newProgram(store)];
      const calls = [one.id, two.id, one.id].map((programId) => ({ ...line, programId, binding: 'weather', outcome: 'ok' }));
      for (const call of calls) await store.team('local').ledger.add([call]);
      expect(await store.team('local').ledger.programsUsing('weather')).toEqual([{ id: one.id, title: 'Orders' }, { id: two.id, title: 'Orders' }]);
      expect(await store.team('local').ledger.programsUsing('nothing')).toEqual([]);
    });
  });
}

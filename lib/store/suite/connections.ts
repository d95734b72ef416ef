import { describe, expect, it } from 'vitest';
import type { Store } from '../index';
import { AWKWARD } from './made';

export function connectionsSuite(store: Store): void {
  describe('settings', () => {
    it.each([['a list', [{ id: '1' }]], ['a number in quotes', '123'], ['null', null], ['awkward text', AWKWARD]])('keeps %s as it was set', async (key, value) => {
      await store.settings.set(key, 'before');
      await store.settings.set(key, value);
      expect(await store.settings.get(key)).toEqual(value);
      await store.settings.remove(key);
      expect(await store.settings.get(key)).toBeNull();
    });
  });

  describe('secrets', () => {
    it('gives back what was set, under its name', async () => {
      await store.secrets.set('b', 'old');
      await store.secrets.set('b', 'kéy');
      await store.secrets.set('a', '');
      expect(await store.secrets.names()).toEqual(['a', 'b']);
      expect(await store.secrets.get('b')).toBe('kéy');
      expect(await store.secrets.get('a')).toBe('');
      await store.secrets.remove('b');
      expect(await store.secrets.get('b')).toBeNull();
    });
  });

  describe('files', () => {
    it('lists in the order added, and gives a removed one back once', async () => {
      const file = { name: 'Größe.csv', path: '/tmp/a', bytes: 5_000_000_000, tables: [{ name: 'a', rows: 3 }] };
      const first = await store.team('local').files.add(file);
      const second = await store.team('local').files.add({ ...file, name: 'b.csv' });
      expect(first).toMatchObject(file);
      expect((await store.team('local').files.list()).map((one) => one.id)).toEqual([first.id, second.id]);
      expect(await store.team('local').files.remove(first.id)).toEqual(first);
      expect(await store.team('local').files.remove(first.id)).toBeNull();
    });
  });

  describe('connections', () => {
    it('keeps what a person chose and what the system said of itself', async () => {
      const settings = { title: 'Größe\u0000', server: 'https://a.example', nothing: null, effects: { a: 'read' as const } };
      const first = await store.team('local').connections.add({ name: 'first', kind: 'openapi', settings, described: AWKWARD.replace('\ud800', '') });
      const second = await store.team('local').connections.add({ name: 'second', kind: 'openapi', settings, described: '{}' });
      await expect(store.team('local').connections.add({ name: 'first', kind: 'openapi', settings, described: '' })).rejects.toThrow();
      expect((await store.team('local').connections.list()).map(({ name }) => name)).toEqual(['first', 'second']);
      expect(await store.team('local').connections.get(first.id)).toEqual(first);
      expect(await store.team('local').connections.described(first.id)).toBe(AWKWARD.replace('\ud800', ''));

      await store.team('local').connections.change(second.id, { settings: { ...settings, title: 'Other' } });
      await store.team('local').connections.change(second.id, {});
      expect(await store.team('local').connections.get(second.id)).toEqual({ ...second, settings: { ...settings, title: 'Other' } });
      await store.team('local').connections.change(second.id, { described: '[]' });
      expect(await store.team('local').connections.described(second.id)).toBe('[]');
      expect((await store.team('local').connections.get(second.id))!.describedAt > second.describedAt).toBe(true);

      expect(await store.team('local').connections.remove(first.id)).toEqual(first);
      expect(await store.team('local').connections.remove(first.id)).toBeNull();
      expect(await store.team('local').connections.described(first.id)).toBeNull();
    });
  });
}

import { expect, test } from 'vitest';
import type { TeamStore } from '../store';
import { knownGrants } from './known-grants';

/** Grants of one program, counted how often they are looked up. */
function start() {
  const listeners = new Set<() => void>();
  const looks = { count: 0, fail: false };
  const grants = {
    readFreely: async () => null,
    users: async () => null,
    list: async () => {
      looks.count++;
      if (looks.fail) throw new Error('no database');
      return [{ effect: 'read', binding: 'library', id: String(looks.count) }, { effect: 'read', binding: 'wall' }, { effect: 'write', binding: 'library' }];
    },
    onChange: (_program: string, _binding: string, listener: () => void) => (listeners.add(listener), () => listeners.delete(listener)),
  } as unknown as TeamStore['grants'];
  return { grants, looks, listeners, change: () => [...listeners].forEach((listener) => listener()) };
}

test('all calls of a moment share one look, which a change ends', async () => {
  const { grants, looks, listeners, change } = start();
  const [one, two] = await Promise.all([knownGrants(grants, 'p', 'library'), knownGrants(grants, 'p', 'library')]);
  expect(one).toBe(two);
  expect(one.held.map(({ id }) => id)).toEqual(['1']);
  await knownGrants(grants, 'q', 'library');
  expect(looks.count).toBe(2);
  change();
  expect(listeners.size).toBe(0);
  expect((await knownGrants(grants, 'p', 'library')).held[0]!.id).toBe('3');
});

test('a change during a look isn’t missed, and a look that failed isn’t kept', async () => {
  const { grants, looks, change } = start();
  const early = knownGrants(grants, 'p', 'library');
  change();
  expect(await knownGrants(grants, 'p', 'library')).not.toBe(await early);
  change();
  looks.fail = true;
  await expect(knownGrants(grants, 'p', 'library')).rejects.toThrow('no database');
  looks.fail = false;
  expect((await knownGrants(grants, 'p', 'library')).held).toHaveLength(1);
});

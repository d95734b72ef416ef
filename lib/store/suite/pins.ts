import { describe, expect, it } from 'vitest';
import type { Store } from '../index';
import { newId } from '../new-id';

export function pinsSuite(store: Store): void {
  describe('pins', () => {
    const viewer = { id: 'local' };
    const board = async (team: string) =>
      (await store.team(team).pins.board(viewer)).map(({ title, pins }) => [title, ...pins.map(({ title: name, size }) => `${name} ${size}`)]);

    it('stand in sections as they were arranged', async () => {
      const team = newId();
      const { pins } = store.team(team);
      const [a, b, c] = await Promise.all(['a', 'b', 'c'].map((title) => store.programs.create({ title, teamId: team })));
      for (const { id } of [a!, b!, c!, a!]) await pins.pin(id, 'local');
      expect(await board(team)).toEqual([['', 'a small', 'b small', 'c small']]);
      const sales = await pins.addSection('Sales');
      const stock = await pins.addSection('Stock\0');
      expect((await board(team)).map(([title]) => title)).toEqual(['', 'Sales', 'Stock']);
      await pins.arrange([
        { id: stock.id, pins: [{ programId: c!.id, size: 'large' }] },
        { id: 'of nobody', pins: [{ programId: b!.id, size: 'large' }] },
        { id: sales.id, pins: [{ programId: a!.id, size: 'wide' }, { programId: 'gone', size: 'small' }] },
      ]);
      expect(await board(team)).toEqual([['', 'b small'], ['Stock', 'c large'], ['Sales', 'a wide']]);
      expect(await pins.renameSection(stock.id, 'Goods')).toBe(true);
      expect(await pins.removeSection(sales.id)).toBe(true);
      expect([await pins.removeSection(sales.id), await pins.renameSection(sales.id, 'x')]).toEqual([false, false]);
      expect((await board(team)).map(([title, ...its]) => [title, its.length])).toEqual([['', 2], ['Goods', 1]]);
      expect([await pins.has(a!.id), await pins.unpin(a!.id), await pins.unpin(a!.id), await pins.has(a!.id)]).toEqual([true, true, false, false]);
      await store.programs.remove(c!.id);
      expect(await board(team)).toEqual([['', 'b small'], ['Goods']]);
    });

    it('are another team’s as little as its sections are', async () => {
      const [ours, theirs] = [newId(), newId()];
      const program = await store.programs.create({ title: 'ours', teamId: ours });
      await store.team(ours).pins.pin(program.id, 'local');
      const section = await store.team(ours).pins.addSection('Ours');
      const others = store.team(theirs).pins;
      expect([await others.unpin(program.id), await others.removeSection(section.id), await others.has(program.id)]).toEqual([false, false, false]);
      await others.arrange([{ id: section.id, pins: [{ programId: program.id, size: 'large' }] }]);
      expect(await board(ours)).toEqual([['', 'ours small'], ['Ours']]);
      await store.teams.remove(ours);
      expect(await board(ours)).toEqual([['']]);
    });

    it('aren’t there for who may not open them', async () => {
      const team = newId();
      const program = await store.programs.create({ title: 'mine', teamId: team, ownerId: 'somebody' });
      await store.team(team).pins.pin(program.id, 'somebody');
      expect(await board(team)).toEqual([['']]);
      await store.programs.setVisibility(program.id, 'team');
      expect(await board(team)).toEqual([['', 'mine small']]);
    });
  });
}

import { expect, test } from 'vitest';
import type { CompiledComponent } from '../../lib/bridge/messages';
import { createParts } from './parts';

const component = (name: string, more: Partial<CompiledComponent> = {}): CompiledComponent => ({ name, hooks: [], hasJsx: true, isWhole: true, hash: 'a', needs: [], ...more });

/** Parts with one mounted place of `A`, and what an evaluation of it does. */
function start() {
  const parts = createParts({ onError: () => {}, onRender: () => () => {}, onShown: () => {}, isOver: () => null });
  const part = parts.get('A');
  let drawn = 0;
  part.mounts.add(() => (drawn += 1));
  function install(more: Partial<CompiledComponent> = {}, { unsettled = [] as string[], done = false } = {}) {
    const render = () => null;
    parts.install([component('A', more)], { values: new Map([['A', render]]), unsettled }, done);
    parts.redraw();
    return { render, isTaken: part.render === render, drawn };
  }
  return { parts, part, install };
}

test('what stands for a component before it is written is the very one it will have', () => {
  const { parts, part, install } = start();
  expect(parts.outerOf(part.Outer)).toBe(part.Outer);
  expect(parts.outerOf(install().render)).toBe(part.Outer);
});

test('a component whose text is the same keeps its function and isn’t drawn again; its newer function is it all the same', () => {
  const { parts, part, install } = start();
  expect(install()).toMatchObject({ isTaken: true, drawn: 1 });
  const again = install();
  expect(again).toMatchObject({ isTaken: false, drawn: 1 });
  expect(parts.outerOf(again.render)).toBe(part.Outer);
  expect(install({ hash: 'b' })).toMatchObject({ isTaken: true, drawn: 2 });
  expect(install({ hash: 'b', hooks: ['useState'] })).toMatchObject({ isTaken: true, drawn: 3 });
});

test('one that is written anew stays as it was until its newer text is whole, or nothing more comes', () => {
  const { install } = start();
  expect(install({ isWhole: false })).toMatchObject({ isTaken: true });
  expect(install({ isWhole: false, hash: 'b' })).toMatchObject({ isTaken: true });
  expect(install({ hash: 'c' })).toMatchObject({ isTaken: true });
  expect(install({ isWhole: false, hash: 'd' })).toMatchObject({ isTaken: false });
  expect(install({ hash: 'e' })).toMatchObject({ isTaken: true });
  expect(install({ isWhole: false, hash: 'f' }, { done: true })).toMatchObject({ isTaken: true });
});

test('it’s taken anew where the text doesn’t tell what it is, where it leans on what isn’t settled, and at the end', () => {
  const { install } = start();
  expect(install({ hash: null })).toMatchObject({ isTaken: true, drawn: 1 });
  expect(install({ hash: null })).toMatchObject({ isTaken: true, drawn: 2 });
  expect(install({ needs: ['label'] }, { unsettled: ['label'] })).toMatchObject({ isTaken: true, drawn: 3 });
  expect(install({ needs: ['label'] }, { unsettled: ['label'] })).toMatchObject({ isTaken: true, drawn: 4 });
  expect(install({ needs: ['label'] }, { unsettled: ['other'] })).toMatchObject({ isTaken: true, drawn: 5 });
  expect(install({ needs: ['label'] }, { unsettled: ['other'] })).toMatchObject({ isTaken: false, drawn: 5 });
  expect(install({ needs: ['label'] }, { unsettled: ['*'] })).toMatchObject({ isTaken: true, drawn: 6 });
  expect(install({ needs: ['label'] }, { done: true })).toMatchObject({ isTaken: true, drawn: 7 });
});

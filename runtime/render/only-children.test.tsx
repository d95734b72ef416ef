import { expect, test } from 'vitest';
import { createOnlyChildren } from './only-children';

test('an only child is a list of one where it stands among others, and itself where it stands alone', () => {
  const { remember, place } = createOnlyChildren();
  const field = <input />;
  const title = <h1 />;
  remember([field]);
  expect(place([title, field])).toEqual([title, [field]]);
  expect(place([field])).toEqual([field]);
});

test('what is no component’s only child stays as it is', () => {
  const { remember, place } = createOnlyChildren();
  const first = <b />;
  const second = <i />;
  remember([first, second]);
  remember(['text']);
  expect(place([first, 'text', null, second])).toEqual([first, 'text', null, second]);
});

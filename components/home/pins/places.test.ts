import { expect, test } from 'vitest';
import { Places } from './places';

test('so many run at once; the others follow in the order they came, and who leaves the line isn’t called', () => {
  const places = new Places(2);
  const began: string[] = [];
  const [leaveA, , leaveC, leaveD] = ['a', 'b', 'c', 'd', 'e'].map((name) => places.ask(() => began.push(name)));
  expect(began).toEqual(['a', 'b']);
  leaveC!();
  leaveA!();
  leaveA!();
  expect(began).toEqual(['a', 'b', 'd']);
  leaveD!();
  expect(began).toEqual(['a', 'b', 'd', 'e']);
});

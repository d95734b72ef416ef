import { expect, test } from 'vitest';
import { toneOf } from './state-tone';

test('a state has the colour of what it means, and none where that isn’t known', () => {
  expect(['Paid', 'on_hold', 'past-due', 'open', 'normal', ''].map(toneOf)).toEqual(['success', 'warning', 'destructive', 'secondary', 'secondary', 'secondary']);
});

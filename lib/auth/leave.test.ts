import { expect, test } from 'vitest';
import { ROLES } from '../program/role';
import { leaveFor } from './leave';

const TEAM = 't1';
const viewer = (id: string, role: (typeof ROLES)[number], team = TEAM) => ({ id, name: id, team: { id: team, role } });
const table = (ownerId: string, visibility: 'private' | 'team', teamId = TEAM) => Object.fromEntries(ROLES.map((role) => [role, leaveFor(viewer('ann', role), { teamId, ownerId, visibility })]));

test('what a role may do with a program', () => {
  expect(table('ann', 'private')).toEqual({ owner: 'own', admin: 'own', member: 'own', viewer: 'open' });
  expect(table('ann', 'team')).toEqual({ owner: 'own', admin: 'own', member: 'own', viewer: 'open' });
  expect(table('bob', 'team')).toEqual({ owner: 'own', admin: 'own', member: 'change', viewer: 'open' });
  expect(table('bob', 'private')).toEqual({ owner: null, admin: null, member: null, viewer: null });
  expect(table('ann', 'team', 't2')).toEqual({ owner: null, admin: null, member: null, viewer: null });
});

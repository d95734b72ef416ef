import { ROLES, type Role, isAtLeast } from '@/lib/program/role';

/** What each is called, and what those who are may do. */
export const ROLE_IN_WORDS: Record<Role, { title: string; detail: string }> = {
  owner: { title: 'Owner', detail: 'Owners may do everything, and hand the team on.' },
  admin: { title: 'Admin', detail: 'Admins look after people, connections and models.' },
  member: { title: 'Member', detail: 'Members make interfaces, and change the team’s.' },
  viewer: { title: 'Viewer', detail: 'Viewers open what the team made.' },
};

/** The roles that somebody may give to a person who has `theirs`. None where they may not touch it: owners are made and unmade by owners. */
export function rolesToGive(mine: Role, theirs: Role): Role[] {
  if (mine === 'owner') return [...ROLES];
  return isAtLeast(mine, 'admin') && theirs !== 'owner' ? ROLES.filter((role) => role !== 'owner') : [];
}

const BROWSERS: [RegExp, string][] = [
  [/\bEdgA?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bFirefox\/|\bFxiOS\//, 'Firefox'],
  [/Chrome\/|\bCriOS\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
];
const SYSTEMS: [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b/, 'macOS'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bLinux\b/, 'Linux'],
];

/** A browser by what it says of itself: "Firefox on Windows". */
export function browserInWords(userAgent: string | null): string {
  const of = (table: [RegExp, string][]) => table.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
  const [browser, system] = [of(BROWSERS), of(SYSTEMS)];
  if (!browser) return system ? `Something on ${system}` : 'A browser that doesn’t say what it is';
  return system ? `${browser} on ${system}` : browser;
}

/** Where somebody signed in from. better-auth keeps the network of an IPv6 address (64 bits); of this machine's own that is nothing but zeros. */
export function addressInWords(address: string): string {
  return /^(::ffff:)?127\.|^[0:]+1?$/.test(address) ? 'this machine' : address;
}

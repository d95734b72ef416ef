import { type Role, isAtLeast } from '@/lib/program/role';
import type { Standing } from '@/lib/program/standing';

/** The pages of settings, and the least role that sees each. */
const SETTINGS_PAGES: readonly { path: string; title: string; command?: string; role: Role; onlyWithAccounts?: true; /** Found in the command menu under a name of its own. */ isElsewhere?: true }[] = [
  { path: '/settings', title: 'Models and data', role: 'admin' },
  { path: '/settings/ledger', title: 'Ledger', command: 'Ledger: every call', role: 'member' },
  { path: '/settings/spending', title: 'Spending', command: 'Spending: what models took', role: 'admin' },
  { path: '/settings/rules', title: 'Rules', command: 'Rules: who allows changes, who uses what', role: 'admin', onlyWithAccounts: true },
  { path: '/settings/waiting', title: 'Waiting', command: 'Waiting: changes that ask for an admin', role: 'admin', onlyWithAccounts: true },
  { path: '/settings/audit', title: 'Audit', command: 'Audit: who did what', role: 'admin' },
  { path: '/team', title: 'Team', role: 'member', onlyWithAccounts: true, isElsewhere: true },
];

/** Those that somebody may see. */
export function settingsPagesFor({ person, team }: Standing) {
  return SETTINGS_PAGES.filter((page) => isAtLeast(team.role, page.role) && (person !== null || !page.onlyWithAccounts));
}

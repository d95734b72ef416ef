import type { Role } from '@/lib/program/role';

/** The pages of settings, and the least role that sees each. */
export const SETTINGS_PAGES: readonly { path: string; title: string; command?: string; role: Role }[] = [
  { path: '/settings', title: 'Models and data', role: 'admin' },
  { path: '/settings/ledger', title: 'Ledger', command: 'Ledger: every call', role: 'member' },
  { path: '/settings/spending', title: 'Spending', command: 'Spending: what models took', role: 'admin' },
];

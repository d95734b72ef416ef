import { getStore } from '../store';

const KEY = 'accounts';

/** What was chosen when the house was opened to a team. Null in local mode. */
export type AccountsSetting = {
  /** When (ISO). */
  since: string;
  /** Whoever comes by may make an account and a team of their own; else by invitation only. */
  openSignUp: boolean;
};

/** Next bundles each route by itself; the answer is the process's. */
const known = globalThis as { vitrineAccounts?: true };

/** Whether people sign in here. A house that has accounts keeps them, so only a no is asked anew each time. */
export async function hasAccounts(): Promise<boolean> {
  if (known.vitrineAccounts) return true;
  if ((await readAccounts()) === null) return false;
  return (known.vitrineAccounts = true);
}

export async function readAccounts(): Promise<AccountsSetting | null> {
  return (await getStore()).settings.get<AccountsSetting>(KEY);
}

export async function writeAccounts(setting: AccountsSetting): Promise<void> {
  await (await getStore()).settings.set(KEY, setting);
}

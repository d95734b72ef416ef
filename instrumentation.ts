/**
 * Runs once before the first request. What can't be opened ends the process with one line, because a server that
 * answers 500 to everything looks alive and isn't.
 */
export async function register(): Promise<void> {
  // Only here does the bundler leave Node's own modules in.
  if (process.env.NEXT_RUNTIME === 'nodejs') {
    const { openHouseOrExit } = await import('./lib/conversation/open-house');
    const closeHouse = await openHouseOrExit();
    const { openShares } = await import('./lib/share/open-shares');
    const closeShares = await openShares();
    const { hasAccounts } = await import('./lib/auth/mode');
    globalThis.vitrineHasAccounts = hasAccounts;
    globalThis.vitrineClose = () => closeShares().finally(closeHouse);
  }
}

/**
 * Runs once before the first request. What can't be opened ends the process with one line, because a server that
 * answers 500 to everything looks alive and isn't.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { openHouse } = await import('./lib/conversation/open-house');
  try {
    globalThis.vitrineClose = await openHouse();
  } catch (error) {
    console.error(`Vitrine could not start: ${(error as Error).message}`);
    process.exit(1);
  }
}

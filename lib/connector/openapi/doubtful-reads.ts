import type { Operation } from '../../binding/binding';

/**
 * Operations that are sent with GET, and so count as reading, but whose name begins with a verb that changes things: `getDeleteVpc` of an API that is
 * called by query. A note for who can correct the effect; null where there are none.
 */
export function doubtfulReads(operations: readonly Operation[]): string | null {
  const doubtful = operations.filter(({ name, effect }) => effect === 'read' && CHANGES.test(name)).map(({ name }) => name);
  if (doubtful.length === 0) return null;
  const shown = doubtful.slice(0, 3).join(', ');
  return `${doubtful.length} operations are sent with GET and so count as reading, but their names say that they change something (${shown}…): look at their effect.`;
}

const VERBS = 'Delete Remove Terminate Create Modify Update Cancel Revoke Stop Start Reboot Run Attach Detach Disable Enable Release Reset Replace Send Authorize';

/** The verb as a word of its own: not `getReleases`, not `getRunners`. */
const CHANGES = new RegExp(`^(?:get)?(?:${VERBS.split(' ').map((verb) => `[${verb[0]}${verb[0]!.toLowerCase()}]${verb.slice(1)}`).join('|')})(?=[A-Z])`);

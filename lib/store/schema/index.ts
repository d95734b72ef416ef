/**
 * The tables. `npm run migrations` writes the SQL of a change to migrations/; it is applied when the store opens.
 * Ids are made by new-id.ts, so they can be made before a row is.
 */
export { connections, files, secrets, settings } from './connections';
export { chunks, messages, replies } from './conversations';
export { ledger } from './ledger';
export { attempts, audit, invitations, members, people, sessions, signIns, teams, verifications } from './people';
export { approvals, bindingUsers, grants } from './permissions';
export { pinSections, pins } from './pins';
export { favourites, health, lineage, pictures, programs, shared, versions } from './programs';
export { dataTokens, sharePictures, shares, snapshotResults } from './shares';
export { spending, spendingHolds, spendingLimits } from './spending';

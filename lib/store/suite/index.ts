import { afterAll, describe } from 'vitest';
import type { Store } from '../index';
import { connectionsSuite } from './connections';
import { conversationsSuite } from './conversations';
import { ledgerSuite } from './ledger';
import { permissionsSuite } from './permissions';
import { pinsSuite } from './pins';
import { programsSuite } from './programs';
import { spendingSuite } from './spending';
import { teamsSuite } from './teams';

/** What every store does, whatever database is beneath it. Closes it. */
export function storeSuite(name: string, store: Store): void {
  describe(name, () => {
    afterAll(() => store.close());
    programsSuite(store);
    conversationsSuite(store);
    connectionsSuite(store);
    teamsSuite(store);
    spendingSuite(store);
    permissionsSuite(store);
    ledgerSuite(store);
    pinsSuite(store);
  });
}

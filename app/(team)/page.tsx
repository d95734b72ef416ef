import { Home } from '@/components/home/home';
import { viewersPage } from '@/app/page-rules';
import { leaveFor } from '@/lib/auth/leave';
import { tableBindings } from '@/lib/binding/tables';
import { readConfig } from '@/lib/config/config';
import { getConnections } from '@/lib/connection/connections';
import { examplePrompts } from '@/lib/composer/examples';
import { bindingsFor } from '@/lib/grant/may-use';
import { listModels } from '@/lib/conversation/models';
import { covers } from '@/lib/program/leaves';
import { isAtLeast } from '@/lib/program/role';
import { frameUrls, readAssets } from '@/lib/sandbox/assets';
import { getStore } from '@/lib/store';
import { connectedApis, connectedTables } from './connected-data';

/** Enough for a page that is looked over, not searched. */
const RECENTS = 24;

export const dynamic = 'force-dynamic';

export default viewersPage('viewer', async (viewer) => {
  const connections = getConnections(viewer.team.id);
  const store = await getStore();
  const [programs, bindings, files, models] = await Promise.all([
    store.programs.list(viewer, { limit: RECENTS }),
    bindingsFor(viewer),
    connections.files(),
    listModels(viewer.team.id),
  ]);
  const { sandboxOrigin } = readConfig();
  return (
    <Home
      examples={examplePrompts(tableBindings(bindings))}
      tables={connectedTables(bindings, files)}
      apis={connectedApis(bindings)}
      programs={programs.map((program) => ({ ...program, mayRemove: covers(leaveFor(viewer, program), 'own') }))}
      models={models.choices}
      modelId={models.defaultId}
      frameUrls={frameUrls(readAssets(), sandboxOrigin, 'home')}
      // Where each program has a name of its own, a frame of another name is of no use to it.
      startsSpare={!sandboxOrigin.includes('*') && isAtLeast(viewer.team.role, 'member')}
    />
  );
});

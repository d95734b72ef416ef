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
import { type ListedProgram, getStore } from '@/lib/store';
import { connectedApis, connectedTables } from './connected-data';

/** Enough for a page that is looked over, not searched; `/all` has the rest. */
const RECENTS = 12;
const FAVOURITES = 12;
const SHARED = 6;
const BROKEN = 6;

export const dynamic = 'force-dynamic';

export default viewersPage('viewer', async (viewer) => {
  const connections = getConnections(viewer.team.id);
  const store = await getStore();
  const { programs } = store;
  const [board, favourites, shared, mine, broken, bindings, files, models] = await Promise.all([
    store.team(viewer.team.id).pins.board(viewer),
    programs.list(viewer, { limit: FAVOURITES, which: 'favourites' }),
    programs.list(viewer, { limit: SHARED, which: 'shared' }),
    programs.list(viewer, { limit: RECENTS, which: 'mine' }),
    programs.list(viewer, { limit: BROKEN, which: 'broken' }),
    bindingsFor(viewer),
    connections.files(),
    listModels(viewer.team.id),
  ]);
  const card = (program: ListedProgram) => ({ ...program, mayRemove: covers(leaveFor(viewer, program), 'own'), isTheirs: program.ownerId === viewer.id });
  const { sandboxOrigin } = readConfig();
  return (
    <Home
      examples={examplePrompts(tableBindings(bindings))}
      tables={connectedTables(bindings, files)}
      apis={connectedApis(bindings)}
      board={board}
      mayArrange={isAtLeast(viewer.team.role, 'admin')}
      favourites={favourites.map(card)}
      shared={shared.map(card)}
      mine={mine.map(card)}
      broken={broken.map(card).filter(({ ownerId }) => ownerId === viewer.id || isAtLeast(viewer.team.role, 'admin'))}
      models={models.choices}
      modelId={models.defaultId}
      frameUrls={frameUrls(readAssets(), sandboxOrigin, 'home')}
      // Where each program has a name of its own, a frame of another name is of no use to it.
      startsSpare={!sandboxOrigin.includes('*') && isAtLeast(viewer.team.role, 'member')}
    />
  );
});

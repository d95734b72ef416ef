import type { Metadata } from 'next';
import path from 'node:path';
import { Settings } from '@/components/settings/settings';
import { viewersPage } from '@/app/page-rules';
import { readConfig } from '@/lib/config/config';
import { getConnections } from '@/lib/connection/connections';
import { listModels, savedModels } from '@/lib/conversation/models';
import { listTerms } from '@/lib/conversation/terms';
import { workspaceChoice } from '@/lib/project/workspace';
import { isReadFreely } from '@/lib/grant/may-read';
import { getStore } from '@/lib/store';
import { connectedTables } from '../connected-data';

export const metadata: Metadata = { title: 'Models and data' };
export const dynamic = 'force-dynamic';

export default viewersPage('admin', async (viewer) => {
  const teamId = viewer.team.id;
  const connections = getConnections(teamId);
  const [models, saved, bindings, files, added, { terms }, workspaces] = await Promise.all([
    listModels(teamId),
    savedModels(teamId),
    connections.bindings(),
    connections.files(),
    connections.added.list(),
    listTerms(teamId),
    workspaceChoice(teamId),
  ]);
  const store = (await getStore()).team(teamId);
  const readable = await Promise.all(bindings.map(async ({ name, title }) => ({ name, title, freely: await isReadFreely(store, name) })));
  return <Settings models={models.choices} saved={saved} connections={added} tables={connectedTables(bindings, files)} readable={readable} terms={terms} workspaces={{ on: workspaces.on, fixed: workspaces.by === 'environment' }} keptIn={keptIn()} />;
});

/** A database's address without its user and password. */
function keptIn(): string {
  const { databaseUrl, dataDir } = readConfig();
  if (!databaseUrl) return path.resolve(dataDir);
  const { host, pathname } = new URL(databaseUrl);
  return `PostgreSQL at ${host}${pathname}, files in ${path.resolve(dataDir)}`;
}

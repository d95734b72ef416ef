import type { Standing } from '../program/standing';
import { getStore } from '../store';
import { hasAccounts } from './mode';
import type { Viewer } from './viewer';

/** Who a viewer is and which teams they are in, for the page to show. `person` is null in local mode. */
export async function standingOf(viewer: Viewer): Promise<Standing> {
  if (!(await hasAccounts())) return { person: null, team: { ...viewer.team, name: '' }, teams: [] };
  const store = await getStore();
  const [person, teams] = await Promise.all([store.people.get(viewer.id), store.teams.of(viewer.id)]);
  const name = teams.find(({ id }) => id === viewer.team.id)?.name ?? '';
  return {
    person: person && { id: person.id, name: person.name, email: person.email },
    team: { ...viewer.team, name },
    teams: teams.map(({ id, name, role }) => ({ id, name, role })),
  };
}

import type { Role } from '../program/role';

/** Who is looking, and at which team's things. */
export type Viewer = {
  id: string;
  name: string;
  team: { id: string; role: Role };
  /** Came by a link, through which nobody changes anything, whatever their role is. `until-asked`: it is about to be asked for, and nothing is put on record before. */
  looksOnly?: true | 'until-asked';
  /** Came by a link whose owner lets people ask for changes: a person is asked about each, whatever was granted before and whatever their role is. */
  asksFirst?: true;
  /** Who made the link or the token that is used here: through it nobody gets at more than they may. */
  madeBy?: string;
};

/** Local mode has one person and one team: the door (door.ts) lets nobody else in. */
export const LOCAL: Viewer = { id: 'local', name: 'You', team: { id: 'local', role: 'owner' } };

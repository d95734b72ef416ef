import type { Role } from './role';

/** Who is looking, as what, for a page to show. */
export type Standing = {
  /** Null in local mode, where nobody signs in. */
  person: { id: string; name: string; email: string } | null;
  /** The team that is looked at. */
  team: { id: string; name: string; role: Role };
  /** All that the person is in. */
  teams: { id: string; name: string; role: Role }[];
};

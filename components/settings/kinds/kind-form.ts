import type { ReactNode } from 'react';
import type { KindName, ListedConnection, NewConnection } from '@/lib/connection/added';

export type ListedOf<Kind extends KindName> = Extract<ListedConnection, { kind: Kind }>;
export type NewOf<Kind extends KindName> = Extract<NewConnection, { kind: Kind }>;

/** The fields of a form as text without spaces around it: `''` where there is none. A checkbox that isn't checked has none. */
export type Field = (name: string) => string;

/** How one kind of connection is added and changed in settings. What is around the fields is the same for all. */
export type KindForm<Kind extends KindName> = {
  /** In the list of kinds: "API by its specification". */
  title: string;
  /** `add` sends at once, for what is chosen rather than typed: a file. `id` begins the ids of its inputs. */
  AddFields(props: { id: string; busy: boolean; add(connection: NewOf<Kind>): void; allowsPrivate(): boolean }): ReactNode;
  given(field: Field): NewOf<Kind>;
  ChangeFields(props: { id: string; connection: ListedOf<Kind> }): ReactNode;
  change(field: Field, connection: ListedOf<Kind>): Record<string, unknown>;
};

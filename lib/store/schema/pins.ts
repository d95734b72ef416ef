/** The home of a team. */
import { index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import type { PinSize } from '../pins';
import { teamId, words } from '../columns';
import { programId } from './programs';

export const pinSections = pgTable(
  'pin_sections',
  { id: text().primaryKey(), teamId: teamId(), title: words().notNull(), position: integer().notNull() },
  (table) => [index('pin_sections_of_team').on(table.teamId, table.position)],
);

/** What stands on a team's home. One without a section stands before the first. */
export const pins = pgTable(
  'pins',
  {
    programId: programId().primaryKey(),
    teamId: teamId(),
    sectionId: text('section_id').references(() => pinSections.id, { onDelete: 'set null' }),
    position: integer().notNull(),
    size: text().$type<PinSize>().notNull().default('small'),
    createdBy: text('created_by').notNull(),
  },
  (table) => [index('pins_of_team').on(table.teamId, table.position)],
);

'use client';

import { DatabaseFields, databaseGiven } from './database-fields';
import type { KindForm } from './kind-form';

/** A PostgreSQL database. */
export const postgresForm: KindForm<'postgres'> = {
  title: 'PostgreSQL database',
  AddFields: ({ id }) => <DatabaseFields id={id} port={5432} />,
  given: (field) => ({ kind: 'postgres', ...databaseGiven(field) }),
  ChangeFields: ({ id, connection }) => <DatabaseFields id={id} port={5432} given={connection} />,
  change: databaseGiven,
};

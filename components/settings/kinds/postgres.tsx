'use client';

import { DatabaseFields, databaseGiven } from './database-fields';
import type { KindForm } from './kind-form';

const SCHEMAS = { label: 'Only these schemas', hint: 'Their names, with spaces between them. Without any, every schema that the user may read.', placeholder: 'public sales' };

/** A PostgreSQL database. */
export const postgresForm: KindForm<'postgres'> = {
  title: 'PostgreSQL database',
  AddFields: ({ id }) => <DatabaseFields id={id} port={5432} schemas={SCHEMAS} />,
  given: (field) => ({ kind: 'postgres', ...databaseGiven(field) }),
  ChangeFields: ({ id, connection }) => <DatabaseFields id={id} port={5432} schemas={SCHEMAS} given={connection} />,
  change: databaseGiven,
};

'use client';

import { DatabaseFields, databaseGiven } from './database-fields';
import type { KindForm } from './kind-form';

const SCHEMAS = { label: 'Other databases too', hint: 'Their names, with spaces between them. Without any, only the one above.', placeholder: 'archive' };

/** A MySQL or MariaDB database. */
export const mysqlForm: KindForm<'mysql'> = {
  title: 'MySQL or MariaDB database',
  AddFields: ({ id }) => <DatabaseFields id={id} port={3306} schemas={SCHEMAS} />,
  given: (field) => ({ kind: 'mysql', ...databaseGiven(field) }),
  ChangeFields: ({ id, connection }) => <DatabaseFields id={id} port={3306} schemas={SCHEMAS} given={connection} />,
  change: databaseGiven,
};

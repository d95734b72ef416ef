import { describePostgres, postgresConnector } from '../../connector/postgres';
import { databaseKind } from '../database-kind';

/** A PostgreSQL database, or one that speaks as it does. */
export const postgres = databaseKind({ kind: 'postgres', dialect: 'PostgreSQL', port: 5432, describe: describePostgres, open: postgresConnector });

import { describeMysql, mysqlConnector } from '../../connector/mysql';
import { databaseKind } from '../database-kind';

/** A MySQL or MariaDB database. */
export const mysql = databaseKind({ kind: 'mysql', dialect: 'MySQL', port: 3306, describe: describeMysql, open: mysqlConnector });

export { describeSqlite, sqliteConnector } from './connector';

export { describeMysql, mysqlConnector } from './connector';

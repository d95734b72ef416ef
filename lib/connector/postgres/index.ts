export { describePostgres, postgresConnector } from './connector';

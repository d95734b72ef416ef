/** What the rest of the house may use of this folder. */
export { openApiConnector } from './connector';
export type { Credential } from './credentials/credential';
export { fetchText } from '../http/fetch-text';
export { readOpenApi } from './read-openapi';
export type { ApiPlan } from './request-plan';

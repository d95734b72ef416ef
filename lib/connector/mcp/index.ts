/** What the rest of the house may use of this folder. */
export { mcpConnector } from './connector';
export { describeServer } from './description';
export type { McpServer } from './mcp-server';
export { type ReadMcp, readDescription } from './read-description';

/** What the rest of the house may use of this folder. */
export { graphQlConnector } from './connector';
export { introspect } from './introspect';
export { readGraphQl, type ReadGraphQl } from './read-graphql';

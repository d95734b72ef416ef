import type { GraphQLSchema } from 'graphql';
import type { AnyField, Composite } from './schema-types';

/** How the functions of a binding become GraphQL operations. */
export type GraphQlPlan = {
  schema: GraphQLSchema;
  operations: ReadonlyMap<string, OperationPlan>;
};

export type OperationPlan = {
  kind: 'query' | 'mutation';
  field: AnyField;
  /** What its result is made of; null where it's a value of its own. */
  result: Composite | null;
  /** `{ id name }`: what is asked for where nothing is selected. Null where something has to be, or nothing can be. */
  selection: string | null;
  /** The name of the argument by which a program selects; null where nothing can be selected. */
  selectArgument: string | null;
};

import { type DocumentNode, type OperationDefinitionNode, parse, print, type SelectionSetNode } from 'graphql';
import type { OperationPlan } from './graphql-plan';

/** Answers in the newer media type say by their status what went wrong. */
export const JSON_HEADERS = { 'content-type': 'application/json', accept: 'application/graphql-response+json, application/json;q=0.9' };

/** Argument's values by name, as they are given: what is absent is the server's to decide. */
export type Variables = Record<string, unknown>;

/** The arguments of a call without what it selects. Only own properties, and only what the schema knows. */
export function variablesOf({ field }: OperationPlan, input: Readonly<Record<string, unknown>>): Variables {
  const given = field.args.filter(({ name }) => Object.hasOwn(input, name) && input[name] !== undefined);
  return Object.fromEntries(given.map(({ name }) => [name, input[name]]));
}

/** An operation that asks for one field. Values are never in its text: each argument is a variable. */
export function documentOf({ kind, field }: OperationPlan, variables: Variables, selected: SelectionSetNode | null): DocumentNode {
  const given = field.args.filter(({ name }) => Object.hasOwn(variables, name));
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  const head = parse(`${kind}${declared && ` (${declared})`} { ${field.name}${passed && `(${passed})`} }`, { noLocation: true });
  const operation = head.definitions[0] as OperationDefinitionNode;
  const asked = operation.selectionSet.selections[0]!;
  const whole = { ...operation, selectionSet: { ...operation.selectionSet, selections: [selected ? { ...asked, selectionSet: selected } : asked] } };
  return { ...head, definitions: [whole as OperationDefinitionNode] };
}

export function bodyOf(document: DocumentNode, variables: Variables): Buffer {
  return Buffer.from(JSON.stringify({ query: print(document), variables }));
}

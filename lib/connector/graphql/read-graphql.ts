import { type GraphQLObjectType, getNamedType, isRequiredArgument } from 'graphql';
import type { ApiBinding, Field, Operation, Shape } from '../../binding/binding';
import { camelCase, UniqueNames } from '../json-schema/identifiers';
import { Notes } from '../json-schema/notes';
import { recognisePaging } from '../openapi/recognise-paging';
import { firstSentence } from '../json-schema/schema-comment';
import { MAX_DESCRIPTION_UNITS } from '../json-schema/limits';
import { SpecProblem } from '../openapi/spec-problem';
import { AlwaysSelected } from './always-selected';
import { defaultSelection, writeSelection } from './default-selection';
import type { GraphQlPlan, OperationPlan } from './graphql-plan';
import { readSchema } from './read-schema';
import { type AnyField, compositeOf, fieldsOf, isCurrent, toldApart } from './schema-types';
import { TypeShapes } from './type-shapes';

export type ReadGraphQl = { binding: ApiBinding; plan: GraphQlPlan; notes: string[] };

/** Said once a binding; what it means for each function stands in its types. */
const ABOUT_SELECT = 'GraphQL: select takes the fields of the result instead of the usual ones, "id owner { login }"; fields marked ? are only there where they are selected';

/**
 * A schema as the typed binding that generated code sees, without asking its server. Each field of Query becomes a function that
 * reads, each of Mutation one that writes. Pure.
 * @throws SpecProblem where the text is no schema, or one without anything to call
 */
export function readGraphQl(text: string, { name, title }: { name: string; title: string }): ReadGraphQl {
  const schema = readSchema(text);
  const notes = new Notes();
  const apart = toldApart(schema);
  const always = new AlwaysSelected(schema);
  const names = new UniqueNames('call');
  const roots = [
    ...rootFields(schema.getQueryType(), 'query'),
    ...rootFields(schema.getMutationType(), 'mutation'),
  ];
  if (roots.length === 0) throw new SpecProblem('The schema has nothing to call: its Query and Mutation are empty.');
  const planned = roots.map(({ kind, field }) => {
    const result = compositeOf(field.type);
    const selection = result && defaultSelection(result, schema, apart);
    if (selection) always.add(selection);
    const plan: OperationPlan = { kind, field, result, selection: selection && writeSelection(selection), selectArgument: result && selectArgumentOf(field) };
    return { name: names.take(camelCase(field.name)), plan };
  });
  const shapes = new TypeShapes(schema, always, apart);
  const operations = planned.map(({ name, plan }) => describeOperation(name, plan, shapes));
  shapes.finish();
  for (const [index, operation] of operations.entries()) {
    const paging = pagingOf(planned[index]!.plan, operation, shapes.types);
    if (paging) operation.paging = paging;
  }
  const subscriptions = schema.getSubscriptionType();
  const left = subscriptions ? fieldsOf(subscriptions).length : 0;
  if (left > 0) notes.add(`Its ${left} subscription${left === 1 ? ' is' : 's are'} left out: what is told as it happens can’t be waited for here.`);
  return {
    binding: { kind: 'api', name, title, description: ABOUT_SELECT, operations, types: shapes.types },
    plan: { schema, operations: new Map(planned.map(({ name, plan }) => [name, plan])) },
    notes: notes.all(),
  };
}

function rootFields(type: GraphQLObjectType | null | undefined, kind: OperationPlan['kind']): { kind: OperationPlan['kind']; field: AnyField }[] {
  return type ? fieldsOf(type).map((field) => ({ kind, field })) : [];
}

/** `select`, unless the field has an argument of that name. */
function selectArgumentOf({ args }: AnyField): string {
  const taken = new Set(args.map(({ name }) => name));
  return ['select', 'selectFields', 'selectResult'].find((name) => !taken.has(name)) ?? 'graphqlSelect';
}

function describeOperation(name: string, { kind, field, result, selection, selectArgument }: OperationPlan, shapes: TypeShapes): Operation {
  const summary = firstSentence(field.description ?? undefined);
  const description = field.description?.slice(0, MAX_DESCRIPTION_UNITS);
  return {
    name,
    ...(summary && { summary }),
    ...(description && { description }),
    groups: [result?.name ?? getNamedType(field.type).name],
    effect: kind === 'query' ? 'read' : 'write',
    deprecated: !isCurrent(field),
    input: { kind: 'object', fields: [...inputFields(field, shapes), ...(selectArgument ? [selectField(selectArgument, selection === null)] : [])] },
    output: shapes.read(field.type),
  };
}

function inputFields({ args }: AnyField, shapes: TypeShapes): Field[] {
  const fields = args.map((arg): Field => {
    const comment = [firstSentence(arg.description ?? undefined), arg.deprecationReason != null && 'deprecated'].filter(Boolean).join('; ');
    return { name: arg.name, shape: shapes.read(arg.type), required: isRequiredArgument(arg), ...(comment && { comment }) };
  });
  return [...fields.filter(({ required }) => required), ...fields.filter(({ required }) => !required)];
}

function selectField(name: string, required: boolean): Field {
  return { name, shape: { kind: 'string' }, required, comment: 'GraphQL' };
}

/** Arguments are told by their names, as those of a query in an address. */
function pagingOf({ field }: OperationPlan, { output }: Operation, types: Record<string, Shape>): string | undefined {
  const parameters = field.args.map(({ name }) => ({ argument: name, name, in: 'query' as const, required: false, style: 'form' as const, explode: true, allowReserved: false, json: false }));
  return recognisePaging(parameters, output, types, []);
}

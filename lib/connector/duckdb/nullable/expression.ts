import { any, lookUp, type Nullable, type Scope } from './scope';
import type { Expression, Select } from './tree';

/** Whether an expression of a SELECT can be null. */
export function expressionNullable(node: Expression, scope: Scope): Nullable {
  return (KINDS[node.class] ?? unknown)(node, scope);
}

type Rule = (node: Expression, scope: Scope) => Nullable;

const unknown: Rule = () => null;

const KINDS: Readonly<Record<string, Rule>> = {
  CONSTANT: ({ value }) => value?.is_null === true,
  COLUMN_REF: ({ column_names: path = [] }, scope) => (path.length === 0 ? null : lookUp(path, scope)),
  CAST: ({ try_cast, child }, scope) => (try_cast ? true : child ? expressionNullable(child, scope) : null),
  CASE: ({ case_checks: checks = [], else_expr: other }, scope) => anyOf([...checks.map((check) => check.then_expr), other], scope),
  COMPARISON: ({ type, left, right }, scope) => (/DISTINCT_FROM/.test(type) ? false : anyOf([left, right], scope)),
  BETWEEN: ({ input, lower, upper }, scope) => anyOf([input, lower, upper], scope),
  CONJUNCTION: ({ children }, scope) => anyOf(children ?? [], scope),
  OPERATOR: operator,
  FUNCTION: functionCall,
  WINDOW: windowCall,
  SUBQUERY: ({ subquery_type: kind, subquery }, scope) => {
    if (kind === 'EXISTS') return false;
    return kind === 'SCALAR' && subquery ? scalarSubquery(subquery.node, scope) : null;
  },
};

function anyOf(nodes: readonly (Expression | undefined)[], scope: Scope): Nullable {
  return any(nodes.map((node) => (node ? expressionNullable(node, scope) : null)));
}

function operator({ type, children = [] }: Expression, scope: Scope): Nullable {
  if (type === 'OPERATOR_IS_NULL' || type === 'OPERATOR_IS_NOT_NULL') return false;
  if (type === 'OPERATOR_COALESCE') return firstPresent(children, scope);
  if (type === 'ARRAY_EXTRACT' || type === 'OPERATOR_TRY') return true;
  return anyOf(children, scope);
}

/** Null only where all are. */
function firstPresent(children: readonly Expression[], scope: Scope): Nullable {
  const parts = children.map((child) => expressionNullable(child, scope));
  if (parts.includes(false)) return false;
  return parts.includes(null) ? null : true;
}

const COUNTS = /^(count|count_star|count_if|countif|approx_count_distinct)$/;
const AGGREGATES = /^(sum|sum_no_overflow|fsum|avg|mean|min|max|any_value|first|last|median|mode|list|array_agg|string_agg|group_concat|bool_and|bool_or|arg_min|arg_max|min_by|max_by|product|histogram|quantile.*|approx_quantile)$/;
/** Null over a single row. */
const SPREADS = /^(stddev|var|corr|covar|regr|skewness|kurtosis)/;
/** Null for some values that are there. */
const GAPS = /^(nullif|try_.+|json_extract.*|->>?|list_extract|element_at|array_extract|map_extract.*|list_(max|min|sum|avg|first|last)|struct_extract)$/;
/** Null where the divisor is 0. */
const DIVISIONS = /^(\/|\/\/|%|mod|divide)$/;
const NEVER = /^(concat|concat_ws|now|today|current_date|get_current_.*|random|uuid|gen_random_uuid|list_value|struct_pack|row)$/;

function functionCall(node: Expression, scope: Scope): Nullable {
  const { function_name: name = '', children = [] } = node;
  if (COUNTS.test(name) || NEVER.test(name)) return false;
  if (AGGREGATES.test(name)) return !scope.grouped || node.filter ? true : anyOf(children, scope);
  if (SPREADS.test(name) || GAPS.test(name)) return true;
  if (name === 'ifnull') return firstPresent(children, scope);
  if (DIVISIONS.test(name) && !isNonZero(children[1])) return true;
  return anyOf(children, scope);
}

function isNonZero(node: Expression | undefined): boolean {
  const plain = node?.class === 'CAST' ? node.child : node;
  return plain?.class === 'CONSTANT' && plain.value?.is_null !== true && Number(plain.value?.value) !== 0;
}

export function isAggregate({ class: kind, function_name: name = '' }: Expression): boolean {
  return kind === 'FUNCTION' && (COUNTS.test(name) || AGGREGATES.test(name) || SPREADS.test(name));
}

const RANKS = /^(row_number|rank|dense_rank|ntile|percent_rank|cume_dist|rank_dense)$/;

function windowCall({ type, function_name: name = '', children = [], filter }: Expression, scope: Scope): Nullable {
  if (RANKS.test(name) || COUNTS.test(name)) return false;
  return type === 'WINDOW_AGGREGATE' && AGGREGATES.test(name) && !filter ? anyOf(children, scope) : true;
}

/** Without a row it is null, and only a subquery of nothing but aggregates always has one. */
function scalarSubquery(node: Select, scope: Scope): Nullable {
  const { select_list: list = [], group_expressions: groups = [] } = node;
  const aggregates = list.every(isAggregate);
  return node.type === 'SELECT_NODE' && groups.length === 0 && aggregates ? (scope.subquery(node)?.[0]?.nullable ?? null) : true;
}

/** The part of DuckDB's serialized syntax tree that says whether a column can be null. Other versions may add kinds. */

export type Expression = {
  class: string;
  type: string;
  alias: string;
  children?: Expression[];
  function_name?: string;
  filter?: Expression | null;
  column_names?: string[];
  value?: { is_null?: boolean; value?: unknown };
  try_cast?: boolean;
  child?: Expression | null;
  case_checks?: { when_expr: Expression; then_expr: Expression }[];
  else_expr?: Expression;
  left?: Expression;
  right?: Expression;
  input?: Expression;
  lower?: Expression;
  upper?: Expression;
  subquery_type?: string;
  subquery?: { node: Select };
  relation_name?: string;
  exclude_list?: string[];
  replace_list?: { key: string; value: Expression }[];
  rename_list?: unknown[];
  columns?: boolean;
};

export type From = {
  type: string;
  alias: string;
  table_name?: string;
  column_name_alias?: string[];
  subquery?: { node: Select };
  left?: From;
  right?: From;
  join_type?: string;
  using_columns?: string[];
  values?: Expression[][];
  function?: Expression;
};

export type Select = {
  type: string;
  cte_map?: { map: { key: string; value: { aliases: string[]; query: { node: Select } } }[] };
  select_list?: Expression[];
  from_table?: From;
  where_clause?: Expression | null;
  group_expressions?: Expression[];
  group_sets?: unknown[];
  aggregate_handling?: string;
  setop_type?: string;
  left?: Select;
  right?: Select;
};

import type { ApiBinding, Binding, TableBinding } from './binding';
import { commentText } from './comment-text';
import { declare, declareSql } from './declare';
import { sqlTable } from './sql-name';

/** An API with at most this many functions, or a database with at most this many tables, is told whole; what a larger one has is found by searching. */
const MAX_TOLD = 60;

/** UTF-16 units of a database's declaration, some 15,000 tokens: a few tables may have hundreds of columns each. */
const MAX_TOLD_UNITS = 50_000;

/** Tables of a large database that are named at least, the fullest first. */
const MAX_NAMED_TABLES = 40;

export type Offer = {
  /** What every prompt carries. */
  declarations: string;
  /** Those of which only the name is told. */
  searched: (ApiBinding | TableBinding)[];
};

/** What a model is told of the connections at once, and what it has to search for. */
export function offer(bindings: readonly Binding[]): Offer {
  const searched = bindings.filter(isSearched);
  const told = declare(bindings.filter((binding) => !isSearched(binding)));
  return { declarations: [told, ...searched.map((binding) => (binding.kind === 'api' ? nameOnly(binding) : namesOnly(binding)))].filter(Boolean).join('\n\n'), searched };
}

function isSearched(binding: Binding): boolean {
  if (binding.kind === 'api') return binding.operations.length > MAX_TOLD;
  return binding.tables.length > MAX_TOLD || declare([binding]).length > MAX_TOLD_UNITS;
}

function nameOnly({ name, title, operations }: ApiBinding): string {
  return `/** ${commentText(title, Infinity)}: ${operations.length.toLocaleString('en')} async functions, \`${name}.function({ … })\`. Find them with search. */\ndeclare const ${name}: unknown;`;
}

function namesOnly({ name, title, dialect, tables }: TableBinding): string {
  const fullest = tables.toSorted((a, b) => b.rows - a.rows).slice(0, MAX_NAMED_TABLES);
  const names = commentText(fullest.map((table) => sqlTable(table.name, dialect)).join(', '), Infinity);
  const about = `${commentText(title, Infinity)}. It has ${tables.length.toLocaleString('en')} tables: find them and their columns with search before you write a query.`;
  return declareSql(name, about, dialect, [`Among them: ${names}.${tables.length > fullest.length ? ` ${tables.length - fullest.length} more aren't named here.` : ''}`]);
}

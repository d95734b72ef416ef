import type { ApiBinding, Operation, Table, TableBinding } from './binding';
import { commentText } from './comment-text';
import { describeTable } from './declare';
import { OperationIndex } from './search-index';

/** UTF-16 units of one found table; one that is asked for by its name is told longer. */
const MAX_FOUND_UNITS = 900;
const MAX_NAMED_UNITS = 12_000;

/** `search` over the tables of databases that are too large to be told whole. Pure: build one whenever the bindings change. */
export class TableSearch {
  readonly #bindings: readonly TableBinding[];
  readonly #index: OperationIndex;

  constructor(bindings: readonly TableBinding[]) {
    this.#bindings = bindings;
    this.#index = new OperationIndex(bindings.map(asOperations));
  }

  /** Tables with their columns, the most fitting first, as comments; none where nothing fits. An exact name gives that one whole. */
  search(query: string, limit: number): { text: string; names: string[] } {
    const named = this.#bindings.flatMap((binding) => binding.tables.filter((table) => isNamed(table, binding, query.trim())).map((table) => ({ binding, table })));
    const found = named.length > 0 ? named : this.#index.find(query, limit).flatMap(({ binding, operation }) => this.#tableOf(binding.name, operation.name));
    const units = named.length > 0 ? MAX_NAMED_UNITS : MAX_FOUND_UNITS;
    const groups = Map.groupBy(found, ({ binding }) => binding);
    const text = [...groups].map(([binding, of]) =>
      [`// Tables of ${binding.name}, asked by ${binding.name}.sql\`…\` in ${binding.dialect}'s dialect:`, ...of.map(({ table }) => `// - ${shortly(describeTable(table, binding.dialect), units)}`)].join('\n'),
    );
    return { text: text.join('\n'), names: found.map(({ table }) => table.name) };
  }

  #tableOf(bindingName: string, name: string) {
    const binding = this.#bindings.find((one) => one.name === bindingName)!;
    const table = binding.tables.find((one) => one.name === name);
    return table ? [{ binding, table }] : [];
  }
}

/** `orders`, `sales.orders`, `crm.sales.orders` */
function isNamed({ name }: Table, binding: TableBinding, query: string): boolean {
  return query === name || query === `${binding.name}.${name}` || query === name.split('.').at(-1);
}

function shortly(line: string, units: number): string {
  return line.length <= units ? line : `${line.slice(0, line.lastIndexOf(', ', units))}, … Ask for it by its name to see all columns.`;
}

/** As the index knows things: a table is what lists its rows. */
function asOperations({ name, title, tables }: TableBinding): ApiBinding {
  return { kind: 'api', name, title, types: {}, operations: tables.map(asOperation) };
}

function asOperation({ name, comment, columns }: Table): Operation {
  return {
    name,
    ...(comment && { summary: commentText(comment, MAX_FOUND_UNITS) }),
    groups: [],
    effect: 'read',
    deprecated: false,
    input: { kind: 'object', fields: columns.map((column) => ({ name: column.name, shape: { kind: 'unknown' }, required: false })) },
    output: { kind: 'unknown' },
  };
}

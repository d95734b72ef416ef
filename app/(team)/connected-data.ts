import type { ConnectedApi, ConnectedTable } from '@/components/home/connected-data';
import type { Binding } from '@/lib/binding/binding';
import { tableBindings } from '@/lib/binding/tables';

type FileWithTables = { id: string; tables: { name: string }[] };

/** Every table that can be asked about, with the file it came with where it is one of the person's own. */
export function connectedTables(bindings: readonly Binding[], files: readonly FileWithTables[]): ConnectedTable[] {
  return tableBindings(bindings).flatMap((binding) =>
    binding.tables.map((table) => ({
      connection: binding.title,
      name: table.name,
      rows: table.rows,
      isEstimated: table.estimated ?? false,
      columns: table.columns.map((column) => column.name),
      fileId: binding.name === 'files' ? files.find((file) => file.tables.some((one) => one.name === table.name))?.id : undefined,
    })),
  );
}

/** Every API that can be asked. */
export function connectedApis(bindings: readonly Binding[]): ConnectedApi[] {
  return bindings.flatMap((binding) => (binding.kind === 'api' ? [{ title: binding.title, name: binding.name, functions: binding.operations.length }] : []));
}

import type { ConnectedTable } from '@/components/home/connected-data';
import type { Binding } from '@/lib/binding/binding';

type FileWithTables = { id: string; tables: { name: string }[] };

/** Every table that can be asked about, with the file it came with where it is one of the person's own. */
export function connectedTables(bindings: readonly Binding[], files: readonly FileWithTables[]): ConnectedTable[] {
  return bindings.flatMap((binding) =>
    binding.tables.map((table) => ({
      connection: binding.title,
      name: table.name,
      rows: table.rows,
      columns: table.columns.map((column) => column.name),
      fileId: binding.name === 'files' ? files.find((file) => file.tables.some((one) => one.name === table.name))?.id : undefined,
    })),
  );
}

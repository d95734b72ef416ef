import { Checkbox } from '@/components/ui/checkbox';
import { Label } from '@/components/ui/label';
import type { Columns } from '@/lib/client/approvals';

/** The columns that are read of each table, each to be left out. What isn't listed of a table isn't granted. */
export function ColumnChoice({ id, asked, chosen, onChosen }: { id: string; asked: Columns; chosen: Columns; onChosen(chosen: Columns): void }) {
  const set = (table: string, column: string, is: boolean) =>
    onChosen({ ...chosen, [table]: asked[table]!.filter((name) => (name === column ? is : chosen[table]!.includes(name))) });
  return (
    <div className="grid gap-2">
      {Object.entries(asked).map(([table, columns], at) => (
        <fieldset key={table} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <legend className="float-left mr-4 text-xs font-medium">{table}</legend>
          {columns.length === 0 && <span className="text-xs text-muted-foreground">only how many rows there are</span>}
          {columns.map((column, index) => (
            <span key={column} className="inline-flex items-center gap-1.5 pointer-coarse:min-h-10">
              <Checkbox id={`${id}-${at}-${index}`} checked={chosen[table]!.includes(column)} onCheckedChange={(is) => set(table, column, is === true)} />
              <Label htmlFor={`${id}-${at}-${index}`} className="font-mono text-xs font-normal">
                {column}
              </Label>
            </span>
          ))}
        </fieldset>
      ))}
      <p className="text-xs text-muted-foreground">Only these. If it wants another column later, it asks.</p>
    </div>
  );
}

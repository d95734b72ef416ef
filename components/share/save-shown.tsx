'use client';

import { ImageIcon, TableIcon } from 'lucide-react';
import { useState } from 'react';
import { saveFile } from '@/components/shell/save-file';
import { Button } from '@/components/ui/button';
import { type Table, csvOf } from '@/lib/sandbox/results';
import { pdfOfPicture, pngOf } from '@/lib/sandbox/saved-picture';

/** What of an interface can be saved as it is shown. */
export type ShownToSave = { title: string; tables(): Table[]; wholePicture(): Promise<string | null> };

/** A picture, a document, and the tables that are on the screen, with all of their rows. */
export function SaveShown({ title, tables: listTables, wholePicture }: ShownToSave) {
  const [tables] = useState(listTables);
  const [said, setSaid] = useState('');
  const save = async (name: string, make: () => Blob | Promise<Blob>) => {
    setSaid('One moment…');
    try {
      saveFile(name.replaceAll(/[\p{C}\\/:*?"<>|]+/gu, ' '), await make());
      setSaid(`Saved ${name}.`);
    } catch {
      setSaid('It could not be drawn. Nothing was saved.');
    }
  };
  const png = async () => {
    const drawn = await wholePicture();
    if (drawn === null) throw new Error('nothing drawn');
    return pngOf(drawn);
  };
  return (
    <section aria-label="As it is shown" className="grid gap-2">
      <ul className="divide-y rounded-xl border text-sm">
        <li className="flex flex-wrap items-center gap-3 p-3">
          <ImageIcon className="size-5 shrink-0 self-start text-muted-foreground" aria-hidden="true" />
          <div className="min-w-0 flex-1">
            <p className="font-medium">As it is shown</p>
            <p className="text-muted-foreground">All of it, with the filters of now.</p>
          </div>
          <Button variant="outline" onClick={() => void save(`${title}.png`, png)} aria-label="Save as PNG">
            PNG
          </Button>
          <Button variant="outline" onClick={() => void save(`${title}.pdf`, async () => pdfOfPicture(title, await png()))} aria-label="Save as PDF">
            PDF
          </Button>
        </li>
        {tables.map((table) => (
          <li key={table.title} className="flex flex-wrap items-center gap-3 p-3">
            <TableIcon className="size-5 shrink-0 self-start text-muted-foreground" aria-hidden="true" />
            <div className="min-w-0 flex-1">
              <p className="font-medium">{table.title}</p>
              <p className="text-muted-foreground">
                All {table.rows.length.toLocaleString()} {table.rows.length === 1 ? 'row' : 'rows'} that it was given.
              </p>
            </div>
            <Button variant="outline" onClick={() => void save(`${title}, ${table.title}.csv`, () => new Blob([csvOf(table)], { type: 'text/csv' }))} aria-label={`Save ${table.title} as CSV`}>
              CSV
            </Button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm text-muted-foreground empty:hidden">
        {said}
      </p>
    </section>
  );
}

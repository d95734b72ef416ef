'use client';

import { CableIcon, FilePlus2Icon, TableIcon, XIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { notifyFailure } from '@/components/shell/notify';
import { Button } from '@/components/ui/button';
import { removeFile } from '@/lib/client/files';

const ConfirmDialog = dynamic(() => import('@/components/shell/confirm-dialog').then((module) => module.ConfirmDialog), { ssr: false });

/** `fileId` where the table came with one of the person's own files. */
export type ConnectedTable = { connection: string; name: string; rows: number; isEstimated: boolean; columns: string[]; fileId?: string };

/** An API that can be asked: its name in programs, and how many functions it has. */
export type ConnectedApi = { title: string; name: string; functions: number };

export type ConnectedDataProps = { tables: ConnectedTable[]; apis?: ConnectedApi[]; /** Absent where who looks may add none, and take none away. */ onAddFile?: () => void; onRemoved(): void };

/** What can be asked about: every table, its rows, its columns on hover; every API; and the place to add a file. */
export function ConnectedData({ apis = [], ...props }: ConnectedDataProps) {
  const connections = Map.groupBy(props.tables, (table) => table.connection);
  return (
    <section aria-labelledby="data">
      <h2 id="data" className="mb-3 text-sm font-medium text-muted-foreground">
        Data at hand
      </h2>
      <div className="flex flex-col gap-3">
        {[...connections].map(([connection, tables]) => (
          <div key={connection} className="flex flex-wrap items-center gap-2">
            <h3 className="w-28 shrink-0 truncate text-sm" title={connection}>
              {connection}
            </h3>
            <ul className="flex min-w-0 flex-wrap gap-2" aria-label={`Tables of ${connection}`}>
              {shownOf(tables).map((table) => (
                <TableChip key={table.name} table={table} onRemoved={props.onAddFile && props.onRemoved} />
              ))}
              {shownOf(tables).length < tables.length && <li className="px-1 py-1 text-xs text-muted-foreground">and {(tables.length - shownOf(tables).length).toLocaleString()} more</li>}
            </ul>
          </div>
        ))}
        {apis.map(({ title, name, functions }) => (
          <div key={name} className="flex flex-wrap items-center gap-2">
            <h3 className="w-28 shrink-0 truncate text-sm" title={title}>
              {title}
            </h3>
            <p className="inline-flex items-center gap-1.5 rounded-md border bg-card px-2 py-1 text-xs">
              <CableIcon className="size-3.5 text-muted-foreground" aria-hidden="true" />
              <span className="font-mono">{name}</span>
              <span className="text-muted-foreground tabular-nums">
                {functions.toLocaleString()} {functions === 1 ? 'function' : 'functions'}
              </span>
            </p>
          </div>
        ))}
        {props.onAddFile && (
          <div className="flex flex-wrap items-center gap-3 rounded-xl border border-dashed px-4 py-3">
            <p className="min-w-0 flex-1 basis-56 text-sm text-muted-foreground">
              Drop a file anywhere on this page to ask about it: CSV, TSV, JSON, NDJSON, Parquet or Excel, to 200 MB.
            </p>
            <Button variant="outline" size="sm" onClick={props.onAddFile}>
              <FilePlus2Icon /> Add a file
            </Button>
          </div>
        )}
      </div>
    </section>
  );
}

/** More of a database would hide everything else; a file can be removed here, so all of them are shown. */
const MAX_SHOWN = 24;

function shownOf(tables: readonly ConnectedTable[]): readonly ConnectedTable[] {
  return tables.filter(({ fileId }, index) => fileId !== undefined || index < MAX_SHOWN);
}

function TableChip({ table, onRemoved }: { table: ConnectedTable; onRemoved?: () => void }) {
  const [asking, setAsking] = useState(false);
  const remove = () =>
    removeFile(table.fileId!).then(() => onRemoved?.(), (error: Error) => notifyFailure(`${table.name} was not removed. ${error.message}`));
  return (
    <li className="inline-flex items-center gap-1.5 rounded-md border bg-card px-2 py-1 text-xs" title={table.columns.join(', ')}>
      <TableIcon className="size-3.5 text-muted-foreground" aria-hidden="true" />
      <span className="font-mono">{table.name}</span>
      {(table.rows > 0 || !table.isEstimated) && (
        <span className="text-muted-foreground tabular-nums">
          {table.isEstimated && '~'}
          {table.rows.toLocaleString()}
        </span>
      )}
      {table.fileId && onRemoved && (
        <button
          type="button"
          onClick={() => setAsking(true)}
          aria-label={`Remove ${table.name}`}
          className="-mr-1 rounded p-0.5 text-muted-foreground outline-none hover:bg-muted hover:text-foreground focus-visible:ring-2 focus-visible:ring-ring pointer-coarse:p-3"
        >
          <XIcon className="size-3.5" />
        </button>
      )}
      {asking && (
        <ConfirmDialog
          title={`Remove ${table.name}?`}
          detail="The file’s rows are deleted here; the file itself stays where it is. Interfaces that ask about it will say that it’s gone."
          action="Remove"
          onConfirm={() => void remove()}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

'use client';

import type { LucideIcon } from 'lucide-react';
import { BracesIcon, CalendarClockIcon, CalendarIcon, ClockIcon, HashIcon, ToggleLeftIcon, TypeIcon } from 'lucide-react';
import { useId } from 'react';
import { cn } from '@/components/ui/cn';
import { ScrollArea, ScrollBar } from '@/components/ui/scroll-area';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { Corrections } from '@/lib/client/files';
import type { FilePreview, PreviewColumn, PreviewTable, SimpleType } from '@/lib/connector/files';

const TYPES: Record<SimpleType, { label: string; icon: LucideIcon }> = {
  text: { label: 'Text', icon: TypeIcon },
  whole: { label: 'Whole number', icon: HashIcon },
  decimal: { label: 'Decimal number', icon: HashIcon },
  'yes-no': { label: 'Yes or no', icon: ToggleLeftIcon },
  date: { label: 'Date', icon: CalendarIcon },
  timestamp: { label: 'Date and time', icon: CalendarClockIcon },
  time: { label: 'Time', icon: ClockIcon },
  json: { label: 'JSON', icon: BracesIcon },
};

export type FilePreviewTableProps = { preview: FilePreview; types: Corrections; onTypes(types: Corrections): void };

/** What was found in a file: its tables one beside the other, their first rows, and a type to choose over each column. */
export function FilePreviewTable({ preview, types, onTypes }: FilePreviewTableProps) {
  const [first] = preview.tables;
  const table = (one: PreviewTable) => (
    <PreviewedTable table={one} chosen={types[one.key] ?? {}} onChosen={(chosen) => onTypes({ ...types, [one.key]: chosen })} />
  );
  return (
    <div className="flex min-h-0 min-w-0 flex-col gap-3">
      {preview.tables.length === 1 && table(first!)}
      {preview.tables.length > 1 && (
        <Tabs defaultValue={first!.key} className="min-h-0">
          <TabsList aria-label="Tables of the file">
            {preview.tables.map((one) => (
              <TabsTrigger key={one.key} value={one.key} className="font-mono">
                {one.name}
              </TabsTrigger>
            ))}
          </TabsList>
          {preview.tables.map((one) => (
            <TabsContent key={one.key} value={one.key} className="flex min-h-0 flex-col gap-3">
              {table(one)}
            </TabsContent>
          ))}
        </Tabs>
      )}
      {preview.notes.length > 0 && (
        <ul className="max-h-20 shrink-0 overflow-y-auto text-xs text-muted-foreground" tabIndex={0} aria-label="Notes about the file">
          {preview.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

type Chosen = Record<string, SimpleType>;

function PreviewedTable({ table, chosen, onChosen }: { table: PreviewTable; chosen: Chosen; onChosen(chosen: Chosen): void }) {
  const caption = useId();
  const typeOf = (column: PreviewColumn) => chosen[column.name] ?? column.type;
  const choose = (column: PreviewColumn, type: SimpleType) => {
    const { [column.name]: _before, ...others } = chosen;
    // What was found is no correction.
    onChosen(type === column.type ? others : { ...others, [column.name]: type });
  };
  return (
    <>
      <p id={caption} className="text-sm">
        <span className="font-mono">{table.name}</span>
        <span className="text-muted-foreground tabular-nums">
          {' '}
          · {counted(table.rows, 'row')}, {counted(table.columns.length, 'column')}
          {table.sample.length < table.rows && ` · the first ${table.sample.length} below`}
        </span>
      </p>
      <ScrollArea className="flex max-h-[45dvh] min-h-0 flex-col rounded-lg border bg-card">
        <table aria-labelledby={caption} className="w-max min-w-full border-separate border-spacing-0 text-sm tabular-nums">
          <thead>
            <tr>
              {table.columns.map((column) => (
                <ColumnHead key={column.name} column={column} type={typeOf(column)} onType={(type) => choose(column, type)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.sample.map((row, index) => (
              // Rows have no name and never move.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index} className="[&>td]:border-b last:[&>td]:border-b-0 hover:bg-foreground/3">
                {table.columns.map((column, place) => (
                  <Cell key={column.name} value={row[place] ?? null} number={isNumber(typeOf(column))} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <ScrollBar orientation="horizontal" />
      </ScrollArea>
    </>
  );
}

function ColumnHead({ column, type, onType }: { column: PreviewColumn; type: SimpleType; onType(type: SimpleType): void }) {
  const { header, name, note } = column;
  const changed = type !== column.type;
  return (
    <th scope="col" className={cn('sticky top-0 z-10 max-w-64 border-b bg-card p-2 align-top font-medium', isNumber(type) ? 'text-right' : 'text-left')}>
      <div className={cn('flex flex-col gap-1', isNumber(type) ? 'items-end' : 'items-start')}>
        <span className="max-w-60 truncate font-mono text-xs" title={header && header !== name ? `${header} in the file` : undefined}>
          {name}
        </span>
        <Select value={type} onValueChange={(value) => onType(value as SimpleType)}>
          <SelectTrigger size="sm" aria-label={`Type of ${name}`} className={cn('text-xs font-normal', changed && 'border-primary text-primary')}>
            <SelectValue>
              <TypeLabel type={type} />
            </SelectValue>
          </SelectTrigger>
          <SelectContent>
            {choices(column).map((one) => (
              <SelectItem key={one} value={one}>
                <TypeLabel type={one} />
                {one === column.type && <span className="text-muted-foreground">as found</span>}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
        {note && <span className="max-w-56 text-xs font-normal text-pretty whitespace-normal text-warning">{note}</span>}
      </div>
    </th>
  );
}

function TypeLabel({ type }: { type: SimpleType }) {
  const { label, icon: Icon } = TYPES[type];
  return (
    <>
      <Icon aria-hidden="true" />
      {label}
    </>
  );
}

function Cell({ value, number }: { value: string | null; number: boolean }) {
  return (
    <td className={cn('max-w-64 truncate px-2 py-1.5', number && 'text-right')} title={value !== null && value.length > 30 ? value : undefined}>
      {value === null || value === '' ? <span className="text-muted-foreground/60">–</span> : value}
    </td>
  );
}

/** Nested values stay what they are, or become text. */
function choices(column: PreviewColumn): SimpleType[] {
  if (column.type === 'json') return ['json', 'text'];
  return (Object.keys(TYPES) as SimpleType[]).filter((type) => type !== 'json');
}

function isNumber(type: SimpleType): boolean {
  return type === 'whole' || type === 'decimal';
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString()} ${noun}${count === 1 ? '' : 's'}`;
}

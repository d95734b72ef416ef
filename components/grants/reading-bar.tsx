'use client';

import { DatabaseIcon } from 'lucide-react';
import { useId, useState } from 'react';
import { useArmed } from '@/components/approvals/use-armed';
import { useLeave } from '@/components/shell/leave';
import { Button } from '@/components/ui/button';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import type { Columns } from '@/lib/client/approvals';
import { covers } from '@/lib/program/leaves';
import { type Ask, namesInWords, plainTerms, readingsOf, type Terms } from './asks';
import { ColumnChoice } from './column-choice';
import { FunctionLimits } from './function-limits';
import { listed } from './words';

export type ReadingBarProps = { asks: readonly Ask[]; onAllow(ask: Ask, terms: Terms): Promise<void>; onRefuse(ask: Ask): Promise<void> };

/** Asks whether the interface below may read what it wants to, one connection after the other. */
export function ReadingBar({ asks, ...props }: ReadingBarProps) {
  const [first] = asks;
  const mayAnswer = covers(useLeave(), 'change');
  if (!first) return null;
  if (!mayAnswer) {
    return (
      <p role="status" className="shrink-0 border-b bg-card px-4 py-2.5 text-sm text-pretty">
        This interface may not read {listed(namesInWords(first))} of <span className="font-medium">{first.title}</span> yet. A member of the team may allow it.
      </p>
    );
  }
  // What is new in it begins it anew, also the moment in which it can't be answered.
  return <Question key={JSON.stringify(first)} ask={first} others={asks.length - 1} {...props} />;
}

const ROWS = [
  { value: '', title: 'all rows' },
  { value: '50', title: '50 rows at a time' },
  { value: '1000', title: '1,000 rows at a time' },
];
const TIMES = [
  { value: '', title: 'until I take it back' },
  { value: '3600', title: 'for an hour' },
  { value: '86400', title: 'for a day' },
  { value: '2592000', title: 'for 30 days' },
];

function Question({ ask, others, onAllow, onRefuse }: { ask: Ask; others: number } & Omit<ReadingBarProps, 'asks'>) {
  const id = useId();
  const [rows, setRows] = useState('');
  const [time, setTime] = useState('');
  const [limiting, setLimiting] = useState(false);
  const [columns, setColumns] = useState<Columns | null>(null);
  const [limits, setLimits] = useState(() => plainTerms(ask).limits);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const armed = useArmed();
  const answer = (give: () => Promise<void>) => {
    setBusy(true);
    give().catch((error: Error) => {
      setFailure(error.message);
      setBusy(false);
    });
  };
  const terms: Terms = { maxRows: rows ? Number(rows) : null, seconds: time ? Number(time) : null, columns, limits };
  const hasColumns = Object.values(ask.columns).some((names) => names.length > 0);
  return (
    <section aria-label="Leave to read" className="flex max-h-1/2 shrink-0 flex-wrap items-start gap-x-3 gap-y-2 overflow-y-auto border-b bg-card px-4 py-2.5 text-sm">
      <DatabaseIcon className="mt-1.5 size-4 shrink-0 text-muted-foreground max-sm:hidden" aria-hidden="true" />
      <div className="min-w-0 flex-1 basis-64 py-1">
        <p role="status" className="text-pretty">
          May this interface read {listed(namesInWords(ask))} of <span className="font-medium">{ask.title}</span>?
          {others > 0 && <span className="text-muted-foreground"> {others === 1 ? 'One more question' : `${others} more questions`} after this.</span>}
        </p>
        {failure && (
          <p role="alert" className="text-xs text-destructive">
            Nothing was changed. {failure}
          </p>
        )}
        {limiting && (
          <div className="mt-2 grid gap-3">
            <div className="flex flex-wrap gap-2">
              <Choice label="How much" value={rows} onValue={setRows} options={ROWS} />
              <Choice label="For how long" value={time} onValue={setTime} options={TIMES} />
              {hasColumns && !columns && (
                <Button size="sm" variant="ghost" className="text-xs" onClick={() => setColumns(ask.columns)}>
                  Choose columns…
                </Button>
              )}
            </div>
            {columns && <ColumnChoice id={id} asked={ask.columns} chosen={columns} onChosen={setColumns} />}
            <FunctionLimits id={id} calls={ask.calls} limits={limits} onLimits={setLimits} />
          </div>
        )}
      </div>
      <div className="flex flex-wrap gap-2">
        {!limiting && (
          <Button size="sm" variant="ghost" disabled={busy} onClick={() => setLimiting(true)}>
            Limits…
          </Button>
        )}
        <Button size="sm" variant="outline" disabled={!armed || busy} onClick={() => answer(() => onRefuse(ask))}>
          Don’t allow
        </Button>
        <Button size="sm" disabled={!armed || busy || readingsOf(ask, terms).length === 0} onClick={() => answer(() => onAllow(ask, terms))}>
          Allow reading
        </Button>
      </div>
    </section>
  );
}

/** An empty value is the first option; the control itself knows no empty values. */
function Choice({ label, value, onValue, options }: { label: string; value: string; onValue(value: string): void; options: { value: string; title: string }[] }) {
  return (
    <Select value={value || 'none'} onValueChange={(chosen) => onValue(chosen === 'none' ? '' : chosen)}>
      <SelectTrigger size="sm" aria-label={label} className="text-xs">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        {options.map((option) => (
          <SelectItem key={option.value} value={option.value || 'none'}>
            {option.title}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}

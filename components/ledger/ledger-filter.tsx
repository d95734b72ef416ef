'use client';

import { SearchIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { FilterChoice } from '@/components/shell/filter-choice';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { type LedgerQuery, ledgerSearch } from '@/lib/client/ledger';
import { outcomeInWords } from './line-in-words';

export type LedgerChoices = { programs: { id: string; title: string }[]; values: { bindings: string[]; outcomes: string[] } };

/** Typing rests for so long before it is looked for. */
const SEARCH_AFTER_MS = 250;

/** What to look for. Every choice stands in the address, so that what is found can be sent to somebody. */
export function LedgerFilter({ query, choices, onQuery }: { query: LedgerQuery; choices: LedgerChoices; onQuery(query: LedgerQuery): void }) {
  const set = (change: LedgerQuery) => onQuery({ ...query, line: undefined, ...change });
  const { programs, values } = choices;
  const isKnown = !query.program || programs.some(({ id }) => id === query.program);
  const between = query.since !== undefined || query.until !== undefined;
  const [dates, setDates] = useState(between);
  return (
    <div role="search" className="mb-4 grid gap-2">
      <SearchField value={query.q ?? ''} onValue={(q) => set({ q: q || undefined })} />
      <div className="grid grid-cols-2 gap-2 sm:flex sm:flex-wrap">
        <FilterChoice label="Interface" any="Any interface" value={query.program} onValue={(program) => set({ program })} choices={[...(isKnown ? [] : [[query.program!, 'One interface'] as const]), ...programs.map(({ id, title }) => [id, title] as const)]} />
        <FilterChoice label="Connection" any="Any connection" value={query.binding} onValue={(binding) => set({ binding })} choices={withGiven(values.bindings, query.binding).map((name) => [name, name] as const)} />
        <FilterChoice label="Effect" any="Any effect" value={query.effect} onValue={(effect) => set({ effect })} choices={[['read', 'Only reads'], ['write', 'Only changes']]} />
        <FilterChoice label="Outcome" any="Any outcome" value={query.outcome} onValue={(outcome) => set({ outcome })} choices={[...new Set(['ok', 'failed', ...withGiven(values.outcomes, query.outcome)])].map((code) => [code, outcomeInWords(code)] as const)} />
        <FilterChoice label="Allowed by" any="However allowed" value={query.allowed} onValue={(allowed) => set({ allowed })} choices={[['approval', 'Allowed once'], ['grant', 'Allowed before'], ['nobody', 'Without anybody’s leave']]} />
        <FilterChoice
          label="Time"
          any="Any time"
          value={dates ? 'dates' : query.within}
          onValue={(within) => {
            setDates(within === 'dates');
            set({ within: within === 'dates' ? undefined : within, since: undefined, until: undefined });
          }}
          choices={[['1h', 'The last hour'], ['1d', 'The last 24 hours'], ['7d', 'The last 7 days'], ['30d', 'The last 30 days'], ['dates', 'Between two days…']]}
        />
        {ledgerSearch(query) !== '' && (
          <Button
            variant="ghost"
            size="sm"
            onClick={() => {
              setDates(false);
              onQuery({});
            }}
          >
            Show everything
          </Button>
        )}
      </div>
      {dates && (
        <div className="flex flex-wrap items-center gap-2 text-sm text-muted-foreground">
          <Day label="From" value={query.since} onValue={(since) => set({ since, within: undefined })} />
          <Day label="to" value={query.until} isEnd onValue={(until) => set({ until, within: undefined })} />
        </div>
      )}
    </div>
  );
}

/** A choice that came by the address stands among the others, even where nothing of it is left. */
function withGiven(values: string[], given: string | undefined): string[] {
  return given && !values.includes(given) ? [...values, given] : values;
}

function SearchField({ value, onValue }: { value: string; onValue(value: string): void }) {
  const [text, setText] = useState(value);
  const [shown, setShown] = useState(value);
  if (shown !== value) {
    // It was changed elsewhere: by the way back, or by “Show everything”.
    setShown(value);
    if (text.trim() !== value) setText(value);
  }
  const latest = useRef(onValue);
  useEffect(() => {
    latest.current = onValue;
  });
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => latest.current(text.trim()), SEARCH_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text, value]);
  return (
    <div className="relative">
      <SearchIcon className="absolute top-1/2 left-3 size-4 -translate-y-1/2 text-muted-foreground" aria-hidden="true" />
      <Input type="search" aria-label="Search calls" placeholder="Search functions, arguments, messages" value={text} maxLength={200} onChange={(event) => setText(event.target.value)} className="pl-9" />
    </div>
  );
}

/** A day by the reader's clock; the end of a span is the end of its day. */
function Day({ label, value, isEnd = false, onValue }: { label: string; value: string | undefined; isEnd?: boolean; onValue(value: string | undefined): void }) {
  const day = value ? localDay(Date.parse(value) - (isEnd ? 1 : 0)) : '';
  const take = (text: string) => {
    const [year, month, date] = text.split('-').map(Number);
    onValue(text ? new Date(year!, month! - 1, date! + (isEnd ? 1 : 0)).toISOString() : undefined);
  };
  return (
    <label className="flex items-center gap-2">
      {label}
      <Input type="date" value={day} onChange={(event) => take(event.target.value)} className="h-8 w-fit" />
    </label>
  );
}

function localDay(at: number): string {
  const date = new Date(at);
  return [date.getFullYear(), String(date.getMonth() + 1).padStart(2, '0'), String(date.getDate()).padStart(2, '0')].join('-');
}

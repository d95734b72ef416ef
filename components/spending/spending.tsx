'use client';

import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { SettingsPage } from '@/components/settings/settings-page';
import { Button } from '@/components/ui/button';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import type { MonthOfSpending, SpendingLimit, SpendingOf } from '@/lib/client/spending';
import { limitInWords, money, monthInWords, tokens } from './amounts';

const LimitDialog = dynamic(() => import('./limit-dialog').then((module) => module.LimitDialog), { ssr: false });

type Edited = { personId: string | null; name: string; limit: SpendingLimit; isOwn: boolean };

/** What models took of a month, by person, and how much each may. */
export function Spending({ shown, isNow }: { shown: MonthOfSpending; isNow: boolean }) {
  const router = useRouter();
  const [edited, setEdited] = useState<Edited | null>(null);
  const { month, months, people, limits } = shown;
  const total = people.reduce((sum, one) => sum + one.micros, 0);
  const unpriced = people.reduce((sum, one) => sum + one.unpricedTokens, 0);
  return (
    <SettingsPage
      title="Spending"
      actions={
        <Select value={month} onValueChange={(next) => router.push(`/settings/spending?month=${next}`)}>
          <SelectTrigger size="sm" aria-label="Month">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {months.map((one) => (
              <SelectItem key={one} value={one}>
                {monthInWords(one)}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      }
    >
      <p className="mb-6 max-w-2xl text-sm text-pretty text-muted-foreground">
        {total + unpriced === 0 ? `Nothing was used in ${monthInWords(month)}.` : `${money(total)} in ${monthInWords(month)}${unpriced > 0 ? `, and ${tokens(unpriced)} of models whose price isn’t known` : ''}.`} The
        composer and models found on this machine are free and don’t count. Months end at midnight UTC.
      </p>
      <section aria-labelledby="limit" className="mb-8">
        <h2 id="limit" className="mb-3 text-sm font-medium text-muted-foreground">
          Limit for each person and month
        </h2>
        <div className="case flex min-h-13 flex-wrap items-center gap-3 px-4 py-2">
          <p className="min-w-0 flex-1 text-sm">{limitInWords(limits.everybody) ?? 'No limit'}</p>
          <Button variant="outline" size="sm" onClick={() => setEdited({ personId: null, name: 'everybody', limit: limits.everybody, isOwn: true })}>
            Change the limit
          </Button>
        </div>
      </section>
      <section aria-labelledby="people">
        <h2 id="people" className="mb-3 text-sm font-medium text-muted-foreground">
          People
        </h2>
        <ul className="case divide-y overflow-hidden">
          {people.map((one) => {
            const own = limits.people[one.personId];
            const name = one.name ?? (one.personId === 'local' ? 'You' : 'Deleted person');
            return <Row key={one.personId} of={one} name={name} limit={own ?? limits.everybody} isOwn={own !== undefined} isNow={isNow} onEdit={() => setEdited({ personId: one.personId, name, limit: own ?? limits.everybody, isOwn: own !== undefined })} />;
          })}
          {people.length === 0 && <li className="px-4 py-6 text-center text-sm text-muted-foreground">Nobody has used a model that costs anything.</li>}
        </ul>
      </section>
      {edited && (
        <LimitDialog
          {...edited}
          onClose={(changed) => {
            setEdited(null);
            if (changed) router.refresh();
          }}
        />
      )}
    </SettingsPage>
  );
}

type RowProps = { of: SpendingOf; name: string; limit: SpendingLimit; isOwn: boolean; isNow: boolean; onEdit(): void };

function Row({ of: one, name, limit, isOwn, isNow, onEdit }: RowProps) {
  const share = Math.max(shareOf(one.micros, limit.micros), shareOf(one.unpricedTokens, limit.tokens));
  const words = limitInWords(limit);
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[minmax(0,1fr)_10rem_minmax(0,14rem)_auto]">
      <span className="min-w-0 text-sm">
        <span className="block truncate font-medium">{name}</span>
        {!one.isMember && one.name !== null && <span className="block text-xs text-muted-foreground">Not in the team any more</span>}
      </span>
      <span className="text-right text-sm tabular-nums">
        <span className="block">{one.unpricedTokens > 0 && one.micros === 0 ? 'Price not known' : money(one.micros)}</span>
        <span className="block text-xs text-muted-foreground">{tokens(one.inputTokens + one.outputTokens)}</span>
      </span>
      <span className="col-span-2 grid min-w-0 gap-1.5 sm:col-span-1">
        <span className="truncate text-xs text-muted-foreground">
          {words === null ? 'No limit' : isNow && share >= 1 ? `Limit reached: ${words}` : `of ${words}`}
          {isOwn && ', their own'}
        </span>
        {words !== null && (
          <span className="block h-1 overflow-hidden rounded-full bg-muted" aria-hidden="true">
            <span className={share >= 1 ? 'block h-full bg-destructive' : 'block h-full bg-foreground/60'} style={{ width: `${Math.min(1, share) * 100}%` }} />
          </span>
        )}
      </span>
      {one.isMember ? (
        <Button variant="ghost" size="sm" onClick={onEdit} className="col-span-2 justify-self-start max-sm:-ml-2.5 sm:col-span-1 sm:justify-self-end" aria-label={`Change the limit of ${name}`}>
          Change
        </Button>
      ) : (
        <span className="hidden w-16 sm:block" />
      )}
    </li>
  );
}

function shareOf(used: number, limit: number | null): number {
  return limit === null ? 0 : limit === 0 ? 1 : used / limit;
}

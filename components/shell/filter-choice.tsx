'use client';

import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';

/** Radix has no empty value. */
const ANY = '*';

export type FilterChoiceProps = { label: string; /** What is said while anything fits. */ any: string; value: string | undefined; onValue(value: string | undefined): void; choices: readonly (readonly [value: string, words: string])[] };

/** One part of a filter: anything, or one of these. */
export function FilterChoice({ label, any, value, onValue, choices }: FilterChoiceProps) {
  return (
    <Select value={value ?? ANY} onValueChange={(next) => onValue(next === ANY ? undefined : next)}>
      <SelectTrigger size="sm" aria-label={label} className={value === undefined ? 'text-muted-foreground max-sm:w-full sm:max-w-56' : 'max-sm:w-full sm:max-w-56'}>
        <SelectValue />
      </SelectTrigger>
      <SelectContent className="max-h-80 max-w-80">
        <SelectItem value={ANY}>{any}</SelectItem>
        {choices.map(([one, words]) => (
          <SelectItem key={one} value={one}>
            {words}
          </SelectItem>
        ))}
      </SelectContent>
    </Select>
  );
}

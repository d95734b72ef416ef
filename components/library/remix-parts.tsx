'use client';

import { useId } from 'react';
import { DiagnosticLine } from '@/components/studio/check-note';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import type { RemixPlan } from '@/lib/client/library';
import type { Diagnostic } from '@/lib/program/program';
import { NONE } from './use-remix';

export const REMIX_IN_WORDS = 'A new interface of yours with this code. What it was allowed to read, its rows and its conversation don’t come along.';
export const NEEDS_REPAIR = 'Your remix is kept. The check found that it doesn’t fit your data yet; ask for a repair in the studio.';

/** What the check found of a remix that doesn't fit. */
export function RemixProblems({ diagnostics }: { diagnostics: readonly Diagnostic[] }) {
  return (
    <ul className="flex max-h-60 flex-col gap-2 overflow-y-auto text-sm">
      {diagnostics.map((diagnostic, index) => (
        <DiagnosticLine key={index} diagnostic={diagnostic} />
      ))}
    </ul>
  );
}

/** Which connection is used in the place of each that isn't here. */
export function RemixConnections({ plan, chosen, onChoose }: { plan: RemixPlan; chosen: Record<string, string>; onChoose(name: string, other: string): void }) {
  const id = useId();
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-sm font-medium">{plan.missing.length === 1 ? 'One connection isn’t here' : `${plan.missing.length} connections aren’t here`}</legend>
      {plan.missing.map(({ name, operations }) => (
        <div key={name} className="grid gap-1.5">
          <Label htmlFor={`${id}${name}`} className="flex min-w-0 items-baseline gap-2">
            <span>
              Use in place of <code className="font-mono text-xs">{name}</code>
            </span>
            <span className="min-w-0 truncate text-xs font-normal text-muted-foreground">{operations.join(', ')}</span>
          </Label>
          <Select value={chosen[name] ?? NONE} onValueChange={(other) => onChoose(name, other)}>
            <SelectTrigger id={`${id}${name}`} className="w-full">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              <SelectItem value={NONE}>Leave it; I’ll repair it later</SelectItem>
              {plan.offered.map((one) => (
                <SelectItem key={one.name} value={one.name}>
                  {one.title} <span className="text-muted-foreground">{one.name}</span>
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </div>
      ))}
    </fieldset>
  );
}

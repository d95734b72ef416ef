'use client';

import { useState } from 'react';
import { notifyFailure } from '@/components/shell/notify';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { setWrites } from '@/lib/client/models';
import type { ModelChoice, Writes } from '@/lib/model/choices';

const TITLES: Record<Writes['as'], string> = { program: 'Whole programs', plan: 'A plan' };

/** What a model is asked for: whole programs, or a plan that Vitrine writes out. */
export function ModelWrites({ model, writes, onChanged }: { model: ModelChoice; writes: Writes; onChanged(): void }) {
  const [set, choose] = useState(writes.set ?? 'auto');
  const thought = writes.why ? 'plan' : 'program';
  const change = (next: string) => {
    choose(next as typeof set);
    setWrites(model.id, next === 'auto' ? null : (next as Writes['as'])).then(onChanged, (error: Error) => {
      choose(set);
      notifyFailure(`${model.label} writes what it wrote before. ${error.message}`);
    });
  };
  return (
    <Select value={set} onValueChange={change}>
      <SelectTrigger size="sm" className="text-xs" aria-label={`What ${model.label} writes`}>
        <SelectValue />
      </SelectTrigger>
      <SelectContent align="end">
        <SelectItem value="auto">{TITLES[thought]} (as Vitrine thinks)</SelectItem>
        <SelectItem value="program">Whole programs</SelectItem>
        <SelectItem value="plan">A plan that Vitrine writes out</SelectItem>
      </SelectContent>
    </Select>
  );
}

/** Why it is asked for what it is, where that isn't plain. */
export function whyOf({ as, set, why }: Writes): string | null {
  if (as === 'plan') return set === null && why ? `It ${why}, so it fills a plan and Vitrine writes the program.` : 'It fills a plan, and Vitrine writes the program.';
  return why ? `It ${why}: small for whole programs.` : null;
}

'use client';

import dynamic from 'next/dynamic';
import { useId, useState } from 'react';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { notify, notifyFailure } from './notify';

const ConfirmDialog = dynamic(() => import('./confirm-dialog').then((module) => module.ConfirmDialog), { ssr: false });

export type KeptForProps = {
  days: number;
  choices: readonly number[];
  /** What it is about, as a sentence begins: "Calls are". */
  about: string;
  /** The button that removes, and what is said before. */
  removing: { title(time: string): string; detail: string; action: string };
  /** Gives how many older ones were removed for it. */
  keep(days: number): Promise<number>;
};

/** How long something is kept. Fewer days remove something now, so that is asked about. */
export function KeptFor({ days, choices, about, removing, keep }: KeptForProps) {
  const id = useId();
  const [asked, setAsked] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const choose = async (next: number) => {
    setChosen(next);
    try {
      const removed = await keep(next);
      notify(`${about} kept for ${daysInWords(next)} from now on.${removed > 0 ? ` ${removed.toLocaleString()} older ${removed === 1 ? 'one was' : 'ones were'} removed.` : ''}`);
    } catch (error) {
      notifyFailure(`It was not changed. ${(error as Error).message}`);
    }
    setChosen(null);
  };
  return (
    <>
      <span id={id}>{about} kept for</span>
      <Select value={String(chosen ?? days)} onValueChange={(value) => (Number(value) < days ? setAsked(Number(value)) : void choose(Number(value)))} disabled={chosen !== null}>
        <SelectTrigger size="sm" aria-labelledby={id}>
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {choices.map((choice) => (
            <SelectItem key={choice} value={String(choice)}>
              {daysInWords(choice)}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      {asked !== null && <ConfirmDialog title={removing.title(daysInWords(asked))} detail={removing.detail} action={removing.action} onConfirm={() => void choose(asked)} onClose={() => setAsked(null)} />}
    </>
  );
}

/** `90 days`; `a year` */
function daysInWords(days: number): string {
  if (days % 365 !== 0) return `${days} days`;
  return days === 365 ? 'a year' : `${days / 365} years`;
}

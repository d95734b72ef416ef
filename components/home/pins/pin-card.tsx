'use client';

import { TriangleAlertIcon } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { Logo } from '@/components/shell/logo';
import { cn } from '@/components/ui/cn';
import type { PinBoard } from '@/lib/client/library';
import { type PinState, RunningPin } from './running-pin';

export type Pin = PinBoard[number]['pins'][number];

const NOTES: Partial<Record<PinState, string>> = {
  asks: 'It asks before it reads. Open it to allow that.',
  failed: 'It isn’t running right now; this is how it looked last.',
};

const SPANS = { small: '', wide: 'sm:col-span-2', large: 'sm:col-span-2 sm:row-span-2' };

/** A pinned program in its case: alive where it can be, else as it looked last with a word about why. */
export function PinCard({ pin, isRunning, children }: { pin: Pin; isRunning: boolean; children?: ReactNode }) {
  const [state, setState] = useState<PinState>('waiting');
  const note = pin.isBroken ? 'Its data has changed. Open it to see what to repair.' : isRunning ? NOTES[state] : undefined;
  return (
    <li className={cn('group/pin relative flex min-w-0', SPANS[pin.size])}>
      <Link
        href={`/p/${pin.id}`}
        draggable={false}
        className="case flex min-w-0 flex-1 flex-col overflow-hidden transition-colors outline-none hover:border-foreground/25 focus-visible:ring-2 focus-visible:ring-ring"
      >
        <div className={cn('relative min-h-52 flex-1 overflow-hidden border-b bg-muted/30', pin.size === 'large' && 'min-h-112')}>
          {pin.pictureAt ? (
            <img src={`/api/programs/${pin.id}/picture?at=${encodeURIComponent(pin.pictureAt)}`} alt="" className="absolute inset-0 size-full object-cover object-top" loading="lazy" />
          ) : (
            <Logo className="absolute inset-0 m-auto size-8 text-muted-foreground/40" />
          )}
          {isRunning && pin.currentVersionId && state !== 'asks' && state !== 'failed' && <RunningPin program={pin} onState={setState} />}
        </div>
        <div className="p-3">
          <p className="flex items-center gap-2">
            <span className="min-w-0 flex-1 truncate text-sm font-medium">{pin.title}</span>
            {pin.author && <span className="max-w-32 shrink-0 truncate text-xs text-muted-foreground">{pin.author}</span>}
          </p>
          {note && (
            <p className="mt-1 flex items-start gap-1.5 text-xs text-muted-foreground">
              <TriangleAlertIcon className="mt-px size-3.5 shrink-0 text-warning" aria-hidden /> {note}
            </p>
          )}
        </div>
      </Link>
      {children}
    </li>
  );
}

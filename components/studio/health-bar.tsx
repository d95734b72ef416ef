'use client';

import { TriangleAlertIcon } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { Health } from '@/lib/client/library';
import type { Diagnostic } from '@/lib/program/program';
import { DiagnosticLine } from './check-note';

export type HealthBarProps = {
  health: Health;
  /** Absent where the model that is chosen would write the same again, or who looks may not change it. */
  onRepair?: () => void;
  mayChange: boolean;
  onLook(): void;
  onAccept(): void;
  onDiscard(): void;
};

/** The data changed under a program that others see: what doesn't fit, and the way to a repair that a person accepts. */
export function HealthBar({ health, onRepair, mayChange, onLook, onAccept, onDiscard }: HealthBarProps) {
  const { binding, diagnostics, draftVersionId } = health;
  return (
    <section aria-label="Its data has changed" className="max-h-60 overflow-y-auto border-t bg-warning/5 px-4 py-2.5 text-sm">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="flex min-w-0 flex-1 basis-64 items-start gap-2">
          <TriangleAlertIcon className="mt-0.5 size-4 shrink-0 text-warning" aria-hidden />
          <span className="min-w-0">
            {draftVersionId ? (
              'A repair is ready. The team goes on seeing the version before until you accept it.'
            ) : (
              <>
                <code className="font-mono text-xs">{binding}</code> has changed, and this interface doesn’t fit it any more.
                {mayChange && !onRepair && ' The built-in composer would write the same again: choose another model below to repair it.'}
              </>
            )}
          </span>
        </p>
        {mayChange && draftVersionId && (
          <>
            <Button size="sm" onClick={onAccept}>
              Accept the repair
            </Button>
            <Button size="sm" variant="outline" onClick={onLook}>
              Look at it
            </Button>
            <Button size="sm" variant="ghost" onClick={onDiscard}>
              Discard
            </Button>
          </>
        )}
        {mayChange && !draftVersionId && onRepair && (
          <Button size="sm" onClick={onRepair}>
            Write a repair
          </Button>
        )}
      </div>
      {!draftVersionId && (
        <ul className="mt-2 flex flex-col gap-2 text-xs text-muted-foreground">
          {diagnostics.map((diagnostic, index) => (
            <DiagnosticLine key={index} diagnostic={diagnostic} />
          ))}
        </ul>
      )}
    </section>
  );
}

/** The words in which a model is asked for a repair. */
export function changeForModel(binding: string, diagnostics: readonly Diagnostic[]): string {
  const lines = diagnostics.map(({ file, start, message, hint }) => `${file}:${start.line}:${start.column} ${message}${hint ? ` ${hint}` : ''}`);
  return [`The connection ${binding} has changed, and this program doesn’t fit it any more. Change what has to be changed, and nothing else.`, ...lines].join('\n').slice(0, MAX_ASKED_LENGTH);
}

/** A prompt's length (app/api/prompt). */
const MAX_ASKED_LENGTH = 8_000;

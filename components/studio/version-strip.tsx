'use client';

import { useLeave } from '@/components/shell/leave';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { VersionSummary } from '@/lib/client/api';
import { covers } from '@/lib/program/leaves';
import { hasErrors } from '@/lib/program/program';

export type VersionStripProps = {
  versions: VersionSummary[];
  currentId: string | null;
  shownId: string | null;
  onLook(id: string): void;
  onRestore(id: string): void;
};

/** Every version of the program, oldest first; looking at one changes nothing, restoring makes it the newest. */
export function VersionStrip({ versions, currentId, shownId, onLook, onRestore }: VersionStripProps) {
  const mayChange = covers(useLeave(), 'change');
  const shown = versions.find((version) => version.id === shownId);
  const earlier = shown && shown.id !== currentId;
  return (
    <div className="flex min-w-0 items-center gap-2">
      <ol className="flex min-w-0 gap-1 overflow-x-auto py-0.5" aria-label="Versions">
        {versions.map((version) => (
          <li key={version.id}>
            <button
              type="button"
              onClick={() => onLook(version.id)}
              aria-current={version.id === shownId}
              aria-label={`Version ${version.ordinal}: ${version.label}`}
              title={`${version.label}\n${new Date(version.createdAt).toLocaleString()}`}
              className={cn(
                'min-w-7 rounded-md border px-2 py-0.5 text-xs tabular-nums outline-none focus-visible:ring-2 focus-visible:ring-ring pointer-coarse:min-h-10 pointer-coarse:min-w-10',
                version.id === shownId ? 'border-foreground/30 bg-muted font-medium' : 'border-transparent text-muted-foreground hover:bg-muted hover:text-foreground',
                hasErrors(version.diagnostics) && 'line-through decoration-warning',
              )}
            >
              {version.ordinal}
            </button>
          </li>
        ))}
      </ol>
      {earlier && (
        <>
          <span className="truncate text-xs text-muted-foreground max-sm:hidden">Looking at version {shown.ordinal}</span>
          {mayChange && (
            <Button size="sm" variant="outline" onClick={() => onRestore(shown.id)}>
              Restore
            </Button>
          )}
          {currentId && (
            <Button size="sm" variant="ghost" onClick={() => onLook(currentId)}>
              Back to the newest
            </Button>
          )}
        </>
      )}
    </div>
  );
}

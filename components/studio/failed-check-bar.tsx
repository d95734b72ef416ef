import { Button } from '@/components/ui/button';
import type { VersionSummary } from '@/lib/client/api';
import { DiagnosticLine } from './check-note';

/** The newest version didn't pass the check: the last good one stays, and the person is told plainly. */
export function FailedCheckBar({ version, kept, onLook }: { version: VersionSummary; kept: boolean; onLook(): void }) {
  const errors = version.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  return (
    <details className="max-h-48 overflow-y-auto border-t bg-warning/5 px-4 py-2.5 text-sm">
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1">
        <span className="flex-1 font-medium">
          Version {version.ordinal} did not pass the check{kept ? '; the last good one is shown' : ''}
        </span>
        {kept && (
          <Button
            size="sm"
            variant="outline"
            onClick={(event) => {
              event.preventDefault();
              onLook();
            }}
          >
            Look at it anyway
          </Button>
        )}
      </summary>
      <ul className="mt-2 flex flex-col gap-2 text-xs text-muted-foreground">
        {errors.map((diagnostic, index) => (
          <DiagnosticLine key={index} diagnostic={diagnostic} />
        ))}
      </ul>
    </details>
  );
}

import { Button } from '@/components/ui/button';
import type { VersionSummary } from '@/lib/client/api';
import { DiagnosticLine } from './check-note';

export type FailedCheckBarProps = {
  version: VersionSummary;
  /** Whether an earlier, good version is on the screen. */
  kept: boolean;
  /** Asks the model to go on with it; absent where that would give the same again. */
  onRepair?: () => void;
  onLook(): void;
};

/** The newest version didn't pass the check: the last good one stays, and the person is told plainly. */
export function FailedCheckBar({ version, kept, onRepair, onLook }: FailedCheckBarProps) {
  const errors = version.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  return (
    <details className="max-h-48 overflow-y-auto border-t bg-warning/5 px-4 py-2.5 text-sm">
      <summary className="flex cursor-pointer flex-wrap items-center gap-x-3 gap-y-1">
        <span className="flex-1 font-medium">
          Version {version.ordinal} did not pass the check{kept ? '; the last good one is shown' : ''}
        </span>
        {onRepair && (
          <Button
            size="sm"
            onClick={(event) => {
              event.preventDefault();
              onRepair();
            }}
          >
            Repair
          </Button>
        )}
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

/** The words in which what the check found is handed to the model once more. */
export function findingsForModel(version: VersionSummary): string {
  const lines = version.diagnostics
    .filter((diagnostic) => diagnostic.severity === 'error')
    .map(({ file, start, message, hint }) => `${file}:${start.line}:${start.column} ${message}${hint ? ` ${hint}` : ''}`);
  return ['The check still finds these problems. Repair them.', ...lines].join('\n');
}

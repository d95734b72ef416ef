import { Button } from '@/components/ui/button';
import type { Problem } from '@/lib/bridge/messages';

const WHERE: Record<Problem['phase'], string> = {
  evaluate: 'The program could not start',
  render: 'The interface could not be drawn',
  effect: 'An effect failed',
  handler: 'An action in the interface failed',
  promise: 'Something the interface waited for failed',
  loop: 'The program was stopped: it kept looping',
  data: 'Data could not be read',
  frozen: 'The program was stopped: it no longer answered',
  memory: 'The program was stopped: it used too much memory',
  breach: 'The program was closed: it broke the rules of its frame',
};

export type ProblemBarProps = { problem: Problem; onRepair?: () => void; onRestart(): void; onDismiss(): void };

/** One line under the interface: what happened, where, and what can be done. The last good one stays above it. */
export function ProblemBar({ problem, onRepair, onRestart, onDismiss }: ProblemBarProps) {
  const stopped = problem.phase === 'frozen' || problem.phase === 'memory' || problem.phase === 'breach';
  return (
    <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t bg-warning/5 px-4 py-2.5 text-sm">
      <div className="min-w-0 flex-1 basis-60">
        <p className="font-medium">{WHERE[problem.phase]}</p>
        <p className="text-xs break-words text-muted-foreground">
          {problem.file && (
            <span className="font-mono">
              {problem.file}
              {problem.line !== undefined && `:${problem.line}`}{' '}
            </span>
          )}
          {problem.message}
        </p>
      </div>
      <div className="flex gap-2">
        {onRepair && (
          <Button size="sm" onClick={onRepair}>
            Repair
          </Button>
        )}
        {stopped && (
          <Button size="sm" variant="outline" onClick={onRestart}>
            Start again
          </Button>
        )}
        <Button size="sm" variant="ghost" onClick={onDismiss}>
          Dismiss
        </Button>
      </div>
    </div>
  );
}

/** The words in which a problem is handed to the model. */
export function problemForModel(problem: Problem): string {
  const where = problem.file ? ` at ${problem.file}${problem.line === undefined ? '' : `:${problem.line}${problem.column === undefined ? '' : `:${problem.column}`}`}` : '';
  const component = problem.component ? ` in <${problem.component}>` : '';
  return `Running the program failed${where}${component} (${problem.phase}): ${problem.message}`;
}

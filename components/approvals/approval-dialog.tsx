'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { AlertDialog, AlertDialogCancel, AlertDialogContent, AlertDialogDescription, AlertDialogFooter, AlertDialogHeader, AlertDialogTitle } from '@/components/ui/alert-dialog';
import { type Answer, type Approval, answerApprovals } from '@/lib/client/approvals';
import { ArgumentsTable } from './arguments-table';
import { DURATIONS, LimitsForm } from './limits-form';
import { narrowest } from './narrowest';
import { useArmed } from './use-armed';

export type ApprovalDialogProps = {
  programId: string;
  programTitle: string;
  /** All of one function. */
  approvals: Approval[];
  /** How many wait beside them. */
  others: number;
  /** The viewer may only wait or take it back: an admin answers. */
  asksAdmin?: boolean;
  /** Who asks, where it isn't the viewer's own page. */
  asker?: string | null;
  /** Where it's answered, if not for the viewer's own page. No grants are given there. */
  onAnswer?(ids: string[], answer: 'once' | 'deny'): Promise<unknown>;
  onAnswered(): void;
  onLater(): void;
};

/**
 * Asks about changes outside, with exactly what will be sent. It answers for what it shows and nothing else; whatever it
 * shows anew can't be answered at once.
 */
export function ApprovalDialog({ programId, programTitle, approvals, others, asksAdmin = false, asker = null, onAnswer, onAnswered, onLater }: ApprovalDialogProps) {
  const id = useId();
  const [first] = approvals as [Approval];
  const calls = approvals.map(({ args }) => args);
  const [narrow] = useState(() => narrowest(calls));
  const [limits, setLimits] = useState<typeof narrow | null>(null);
  const [seconds, setSeconds] = useState(DURATIONS[1]!.seconds);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const armed = useArmed();
  const { title, summary } = first.about;

  const answer = async (given: Answer) => {
    setBusy(true);
    setFailure(null);
    try {
      const ids = approvals.map((one) => one.id);
      await (onAnswer && typeof given === 'string' ? onAnswer(ids, given) : answerApprovals(programId, ids, given));
      onAnswered();
    } catch (error) {
      setFailure((error as Error).message);
      setBusy(false);
    }
  };
  const many = approvals.length > 1;
  return (
    <AlertDialog open onOpenChange={(open) => !open && onLater()}>
      <AlertDialogContent className="sm:max-w-xl">
        <AlertDialogHeader>
          <AlertDialogTitle>{asksAdmin ? `An admin is asked about ${many ? `${approvals.length} changes` : 'a change'} in ${title}` : many ? `Allow ${approvals.length} changes in ${title}?` : `Allow a change in ${title}?`}</AlertDialogTitle>
          <AlertDialogDescription>
            {summary && <span className="mb-1 block font-medium text-foreground">{summary}</span>}
            Asked by {first.from === 'execute' ? 'the model at work on' : 'the interface'} “{programTitle}”, through{' '}
            <span className="font-mono text-xs">{`${first.binding}.${first.operation}`}</span>
            {many && `, ${approvals.length} times`}{asker && `, in the name of ${asker}`}. {asksAdmin && `In your team admins allow changes. ${first.viaShareId === null ? 'Keep this page open until one has answered. ' : ''}`}Exactly this would be sent:
          </AlertDialogDescription>
        </AlertDialogHeader>
        <ArgumentsTable calls={calls} />
        {limits && <LimitsForm id={id} narrow={narrow} limits={limits} onLimits={setLimits} seconds={seconds} onSeconds={setSeconds} />}
        {failure && (
          <p role="alert" className="text-sm text-destructive">
            {failure}
          </p>
        )}
        {others > 0 && <p className="text-xs text-muted-foreground">{others === 1 ? 'One other change waits' : `${others} other changes wait`} after this.</p>}
        <AlertDialogFooter className="sm:justify-between">
          {/* It has the focus at first: a key that was meant for something else changes nothing. */}
          <AlertDialogCancel variant="ghost" disabled={busy}>
            {asksAdmin ? 'Wait' : 'Later'}
          </AlertDialogCancel>
          <div className="flex flex-col-reverse gap-2 sm:flex-row">
            <Button variant="outline" disabled={!armed || busy} onClick={() => void answer('deny')}>
              {asksAdmin ? 'Take it back' : 'Don’t allow'}
            </Button>
            {!limits && !asksAdmin && !onAnswer && first.viaShareId === null && (
              <Button variant="outline" disabled={!armed || busy} onClick={() => setLimits(narrow)}>
                Always allow…
              </Button>
            )}
            {!asksAdmin && (
              <Button disabled={!armed || busy} onClick={() => void answer(limits ? { limits, seconds } : 'once')}>
                {limits ? 'Allow within these limits' : many ? `Allow all ${approvals.length}` : 'Allow once'}
              </Button>
            )}
          </div>
        </AlertDialogFooter>
      </AlertDialogContent>
    </AlertDialog>
  );
}

'use client';

import { ShieldQuestionIcon } from 'lucide-react';
import { useState } from 'react';
import { useLeave } from '@/components/shell/leave';
import { Button } from '@/components/ui/button';
import type { Approval } from '@/lib/client/approvals';
import { covers } from '@/lib/program/leaves';
import { ApprovalDialog } from './approval-dialog';

export type ApprovalsProps = { programId: string; programTitle: string; waiting: Approval[]; asksAdmin: boolean; onAnswered(): void };

/** Asks about what waits, one function after the other; put off, it stays as a bar until it is answered. */
export function Approvals({ waiting: all, ...props }: ApprovalsProps) {
  const [putOff, setPutOff] = useState<ReadonlySet<string>>(new Set());
  const mayAnswer = covers(useLeave(), 'change');
  // What was asked through a link waits on another page than this.
  const waiting = mayAnswer ? all : all.filter(({ viaShareId }) => viaShareId === null);
  const [first] = waiting;
  if (!first) return null;
  if (!mayAnswer) return <WaitingBar count={waiting.length} waitsFor="a member. Keep this page open." />;
  const together = waiting.filter(({ binding, operation, from, viaShareId, askedBy }) => binding === first.binding && operation === first.operation && from === first.from && viaShareId === first.viaShareId && (viaShareId === null || askedBy === first.askedBy));
  if (together.every(({ id }) => putOff.has(id))) return <WaitingBar count={waiting.length} waitsFor={props.asksAdmin ? 'an admin. Keep this page open.' : 'your answer.'} onLook={() => setPutOff(new Set())} />;
  return (
    <ApprovalDialog
      // What is new in it begins it anew, also the moment in which it can't be answered.
      key={together.map(({ id }) => id).join()}
      {...props}
      approvals={together}
      others={waiting.length - together.length}
      asker={first.asker}
      onLater={() => setPutOff(new Set(waiting.map(({ id }) => id)))}
    />
  );
}

function WaitingBar({ count, waitsFor, onLook }: { count: number; waitsFor: string; /** Absent where there is nothing to be done about it here. */ onLook?: () => void }) {
  return (
    <div role="status" className="flex flex-wrap items-center gap-3 border-t bg-card px-4 py-2 text-sm">
      <ShieldQuestionIcon className="size-4 text-muted-foreground" aria-hidden="true" />
      <p className="flex-1">{count === 1 ? 'A change outside waits' : `${count} changes outside wait`} for {waitsFor}</p>
      {onLook && (
        <Button size="sm" variant="outline" onClick={onLook}>
          Look at {count === 1 ? 'it' : 'them'}
        </Button>
      )}
    </div>
  );
}

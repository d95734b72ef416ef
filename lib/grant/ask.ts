import type { Approval, NewApproval, Store } from '../store';
import { CallError } from '../connector/contract';

/** As long as somebody who was called away may take; after that the frame or the run is told that nobody answered. */
const ANSWER_SECONDS = 600;

/** Calls of one program that wait at a time. More is no question that a person can answer. */
const MAX_WAITING = 200;

/** A signal may be lost between processes; then it is found by looking. Whoever waits says so as often. */
const LOOK_AGAIN_MS = 5_000;

/** Who hasn't said for so long that they wait is gone: what they asked is no question any more. */
const GONE_AFTER_SECONDS = 20;

/**
 * Asks a person about a call and waits for the answer. Resolves with the approval once it is given, which lets a write be
 * made this one time. Rejects with a CallError where it was declined or nobody answered, and with `cancelled` where
 * `signal` fires: then nobody is asked any more.
 */
export async function askPerson(store: Pick<Store, 'approvals'>, asked: NewApproval, signal: AbortSignal, onWait: (approval: Approval) => void, seconds = ANSWER_SECONDS): Promise<Approval> {
  const { approvals } = store;
  if ((await approvals.pending(asked.programId)).length >= MAX_WAITING) {
    throw new CallError({ code: 'limit-calls', message: `${MAX_WAITING} questions wait for an answer already.`, hint: 'Change many things with one call where that can be.', retryable: false });
  }
  const approval = await approvals.add(asked, GONE_AFTER_SECONDS);
  const until = Date.now() + seconds * 1_000;
  onWait(approval);
  try {
    for (;;) {
      const changed = nextChange(store, approval.id, signal);
      const now = await approvals.get(approval.id);
      if (signal.aborted) throw new CallError({ code: 'cancelled', message: 'The call was cancelled.', retryable: true });
      if (now?.state === 'approved' && (await approvals.take(approval.id))) return approval;
      if (now?.state === 'denied') throw declined(asked);
      if (now?.state !== 'pending' || Date.now() >= until) throw unanswered(asked);
      await changed;
      await approvals.renew(approval.id, GONE_AFTER_SECONDS);
    }
  } finally {
    await approvals.withdraw(approval.id);
  }
}

/** Resolves when the approval may have changed. Listening begins at once, so that nothing is missed before it is awaited. */
function nextChange({ approvals }: Pick<Store, 'approvals'>, id: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      off();
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const off = approvals.onChange(id, done);
    const timer = setTimeout(done, LOOK_AGAIN_MS);
    signal.addEventListener('abort', done);
    if (signal.aborted) done();
  });
}

function declined({ effect }: NewApproval): CallError {
  return new CallError({ code: 'denied', message: effect === 'read' ? 'You didn’t let it read this.' : 'You declined this change. Nothing was done.', retryable: false });
}

function unanswered({ effect }: NewApproval): CallError {
  return new CallError({ code: 'approval-expired', message: `Nobody allowed this ${effect === 'read' ? 'reading' : 'change'} in time. Nothing was done.`, retryable: false });
}

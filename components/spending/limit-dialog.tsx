'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { type SpendingLimit, setSpendingLimit } from '@/lib/client/spending';

export type LimitDialogProps = { personId: string | null; name: string; limit: SpendingLimit; isOwn: boolean; onClose(changed: boolean): void };

/** How much somebody may use in a month. An empty field is no limit. */
export function LimitDialog({ personId, name, limit, isOwn, onClose }: LimitDialogProps) {
  const id = useId();
  const [dollars, setDollars] = useState(limit.micros === null ? '' : String(limit.micros / 1_000_000));
  const [most, setMost] = useState(limit.tokens === null ? '' : String(limit.tokens));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const save = async (next: SpendingLimit | null) => {
    setBusy(true);
    setFailure(null);
    try {
      await setSpendingLimit(personId, next);
      onClose(true);
    } catch (error) {
      setFailure((error as Error).message);
      setBusy(false);
    }
  };
  const submit = () => {
    const [micros, tokens] = [amountOf(dollars, 1_000_000), amountOf(most, 1)];
    if (micros === undefined || tokens === undefined) setFailure('Write an amount, or nothing for no limit.');
    else void save({ micros, tokens });
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose(false)}>
      <DialogContent className="sm:max-w-md">
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <DialogHeader>
            <DialogTitle>{personId === null ? 'Limit for each person' : `Limit for ${name}`}</DialogTitle>
            <DialogDescription>{personId === null ? 'For everybody who has none of their own. ' : ''}What is reached ends a reply before the model is asked again. Empty is no limit.</DialogDescription>
          </DialogHeader>
          <label className="grid gap-1.5 text-sm" htmlFor={`${id}-dollars`}>
            US dollars a month
            <Input id={`${id}-dollars`} inputMode="decimal" value={dollars} onChange={(event) => setDollars(event.target.value)} placeholder="No limit" maxLength={20} />
          </label>
          <label className="grid gap-1.5 text-sm" htmlFor={`${id}-tokens`}>
            Tokens a month, of models whose price isn’t known
            <Input id={`${id}-tokens`} inputMode="numeric" value={most} onChange={(event) => setMost(event.target.value)} placeholder="No limit" maxLength={20} />
          </label>
          {failure && (
            <p role="alert" className="text-sm text-destructive">
              {failure}
            </p>
          )}
          <DialogFooter>
            {personId !== null && isOwn && (
              <Button type="button" variant="ghost" disabled={busy} onClick={() => void save(null)} className="sm:mr-auto">
                Same as everybody
              </Button>
            )}
            <Button type="submit" disabled={busy}>
              Save the limit
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

/** A whole number of parts of what was written, null for nothing. Undefined where it's no amount. */
function amountOf(text: string, parts: number): number | null | undefined {
  const written = text.trim().replace(/^\$/, '').replaceAll(/[,\s]/g, '');
  if (written === '') return null;
  return /^\d+(\.\d+)?$/.test(written) ? Math.round(Number(written) * parts) : undefined;
}

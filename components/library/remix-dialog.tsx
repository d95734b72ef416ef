'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useId, useState } from 'react';
import { DiagnosticLine } from '@/components/studio/check-note';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Skeleton } from '@/components/ui/skeleton';
import { Spinner } from '@/components/ui/spinner';
import { type RemixPlan, type Remixed, planRemix, remix } from '@/lib/client/library';

/** Of several names there is no empty one: this stands for “leave it as it is”. */
const NONE = ' ';

/** A copy of the code, made one's own. Asks only where a connection of its name isn't there. */
export function RemixDialog({ program, onClose }: { program: { id: string; title: string }; onClose(): void }) {
  const router = useRouter();
  const [plan, setPlan] = useState<RemixPlan | null>(null);
  const [chosen, setChosen] = useState<Record<string, string>>({});
  const [made, setMade] = useState<Remixed | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    let gone = false;
    planRemix(program.id).then(
      (found) => gone || setPlan(found),
      (error: Error) => gone || setFailure(error.message),
    );
    return () => void (gone = true);
  }, [program.id]);

  const open = (id: string) => router.push(`/p/${id}`);
  const make = async () => {
    setBusy(true);
    setFailure(null);
    try {
      const remixed = await remix(program.id, Object.fromEntries(Object.entries(chosen).filter(([, name]) => name !== NONE)));
      if (remixed.good) return open(remixed.programId);
      setMade(remixed);
    } catch (error) {
      setFailure(`Nothing was made. ${(error as Error).message}`);
    }
    setBusy(false);
  };

  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle className="text-balance break-words">{made ? 'It needs a repair' : `Remix “${program.title}”`}</DialogTitle>
          <DialogDescription>
            {made
              ? 'Your remix is kept. The check found that it doesn’t fit your data yet; ask for a repair in the studio.'
              : 'A new interface of yours with this code. What it was allowed to read, its rows and its conversation don’t come along.'}
          </DialogDescription>
        </DialogHeader>
        {made ? (
          <ul className="flex max-h-60 flex-col gap-2 overflow-y-auto text-sm">
            {made.diagnostics.map((diagnostic, index) => (
              <DiagnosticLine key={index} diagnostic={diagnostic} />
            ))}
          </ul>
        ) : plan ? (
          plan.missing.length > 0 && <Connections plan={plan} chosen={chosen} onChoose={(name, other) => setChosen((before) => ({ ...before, [name]: other }))} />
        ) : (
          !failure && <Skeleton className="h-10 w-full" />
        )}
        {failure && (
          <p role="alert" className="text-sm text-destructive">
            {failure}
          </p>
        )}
        <DialogFooter>
          <Button variant="outline" onClick={onClose}>
            {made ? 'Stay here' : 'Cancel'}
          </Button>
          {made ? (
            <Button autoFocus onClick={() => open(made.programId)}>
              Open the remix
            </Button>
          ) : (
            // Where there is nothing to ask, Enter makes it.
            <Button key={plan ? 'ready' : 'waiting'} autoFocus={plan?.missing.length === 0} disabled={!plan || busy} onClick={() => void make()}>
              {busy && <Spinner />} Make the remix
            </Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Connections({ plan, chosen, onChoose }: { plan: RemixPlan; chosen: Record<string, string>; onChoose(name: string, other: string): void }) {
  const id = useId();
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 text-sm font-medium">{plan.missing.length === 1 ? 'One connection isn’t here' : `${plan.missing.length} connections aren’t here`}</legend>
      {plan.missing.map(({ name, operations }) => (
        <div key={name} className="grid gap-1.5">
          <Label htmlFor={`${id}${name}`} className="flex min-w-0 items-baseline gap-2">
            <span>
              Use in place of <code className="font-mono text-xs">{name}</code>
            </span>
            <span className="min-w-0 truncate text-xs font-normal text-muted-foreground">{operations.join(', ')}</span>
          </Label>
          <Select value={chosen[name] ?? NONE} onValueChange={(other) => onChoose(name, other)}>
            <SelectTrigger id={`${id}${name}`} className="w-full">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              <SelectItem value={NONE}>Leave it; I’ll repair it later</SelectItem>
              {plan.offered.map((one) => (
                <SelectItem key={one.name} value={one.name}>
                  {one.title} <span className="text-muted-foreground">{one.name}</span>
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </div>
      ))}
    </fieldset>
  );
}

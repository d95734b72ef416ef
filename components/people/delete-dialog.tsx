'use client';

import { type ReactNode, useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { AlertDialog, AlertDialogCancel, AlertDialogContent, AlertDialogDescription, AlertDialogFooter, AlertDialogHeader, AlertDialogTitle } from '@/components/ui/alert-dialog';
import { Input } from '@/components/ui/input';

export type DeleteDialogProps<P extends { email: string }> = {
  title: string;
  action: string;
  load(): Promise<P>;
  /** What goes and what stays, in words. */
  children(preview: P): ReactNode;
  onDelete(typed: string): Promise<unknown>;
  onClose(): void;
};

/** Shows what would be deleted, and deletes once the address was typed. */
export function DeleteDialog<P extends { email: string }>({ title, action, load, children, onDelete, onClose }: DeleteDialogProps<P>) {
  const id = useId();
  const [preview, setPreview] = useState<P | null>(null);
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  // Once: what is shown is what is confirmed.
  const [first] = useState(() => load);
  useEffect(() => {
    first().then(setPreview, (error: Error) => setFailure(error.message));
  }, [first]);
  const isTyped = preview !== null && typed.trim().toLowerCase() === preview.email.toLowerCase();
  const submit = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await onDelete(typed);
    } catch (error) {
      setFailure((error as Error).message);
      setBusy(false);
    }
  };
  return (
    <AlertDialog open onOpenChange={(open) => !open && !busy && onClose()}>
      <AlertDialogContent className="sm:max-w-lg">
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            if (isTyped && !busy) void submit();
          }}
        >
          <AlertDialogHeader>
            <AlertDialogTitle>{title}</AlertDialogTitle>
            <AlertDialogDescription>This can’t be undone.</AlertDialogDescription>
          </AlertDialogHeader>
          <div className="min-h-24 text-sm" aria-busy={preview === null && failure === null}>
            {preview && children(preview)}
          </div>
          {preview && (
            <label htmlFor={`${id}-typed`} className="grid gap-1.5 text-sm">
              <span>
                Type <span className="font-medium break-all">{preview.email}</span> to confirm
              </span>
              <Input id={`${id}-typed`} value={typed} autoComplete="off" spellCheck={false} maxLength={300} onChange={(event) => setTyped(event.target.value)} />
            </label>
          )}
          {failure && (
            <p role="alert" className="text-sm text-destructive">
              {failure}
            </p>
          )}
          <AlertDialogFooter>
            <AlertDialogCancel type="button" disabled={busy}>
              Cancel
            </AlertDialogCancel>
            <Button type="submit" variant="destructive" disabled={!isTyped || busy}>
              {busy ? 'Deleting…' : action}
            </Button>
          </AlertDialogFooter>
        </form>
      </AlertDialogContent>
    </AlertDialog>
  );
}

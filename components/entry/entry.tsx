import type { ReactNode } from 'react';
import { Logo } from '@/components/shell/logo';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { MAX_PASSWORD_LENGTH, MIN_PASSWORD_LENGTH } from '@/lib/program/password';

/** What stands before the house: one case in the middle of the page. */
export function Entry({ title, detail, children }: { title: string; detail?: ReactNode; children?: ReactNode }) {
  return (
    <main className="grid min-h-dvh place-items-center p-4">
      <div className="w-full max-w-sm">
        <Logo className="mx-auto mb-6 size-9" />
        <div className="case grid gap-5 p-6">
          <div>
            <h1 className="text-lg font-semibold tracking-tight text-balance">{title}</h1>
            {detail && <p className="mt-1 text-sm text-pretty text-muted-foreground">{detail}</p>}
          </div>
          {children}
        </div>
      </div>
    </main>
  );
}

export function Field({ id, label, children }: { id: string; label: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      {children}
    </div>
  );
}

/** A password that is chosen. */
export function NewPassword({ id }: { id: string }) {
  return (
    <Field id={id} label="Password">
      <Input id={id} name="password" type="password" required minLength={MIN_PASSWORD_LENGTH} maxLength={MAX_PASSWORD_LENGTH} autoComplete="new-password" aria-describedby={`${id}-rule`} />
      <p id={`${id}-rule`} className="text-xs text-muted-foreground">
        At least {MIN_PASSWORD_LENGTH} characters.
      </p>
    </Field>
  );
}

import type { ReactNode } from 'react';
import { Logo } from '@/components/shell/logo';

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
    <div className="grid gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      {children}
    </div>
  );
}

export function Failure({ children }: { children: ReactNode }) {
  return children ? (
    <p role="alert" className="text-sm text-pretty text-destructive">
      {children}
    </p>
  ) : null;
}

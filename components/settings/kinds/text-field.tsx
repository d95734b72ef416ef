import type { ComponentProps, ReactNode } from 'react';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';

/** An input under its label. `hint` stands between them. */
export function TextField({ label, hint, id, ...input }: { label: ReactNode; hint?: ReactNode; id: string } & ComponentProps<typeof Input>) {
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      {hint && (
        <p id={`${id}-hint`} className="text-xs text-pretty text-muted-foreground">
          {hint}
        </p>
      )}
      <Input id={id} aria-describedby={hint ? `${id}-hint` : undefined} spellCheck={false} autoComplete="off" {...input} />
    </div>
  );
}

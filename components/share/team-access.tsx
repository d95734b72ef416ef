'use client';

import { useId, useState } from 'react';
import { RadioGroup } from '@/components/ui/radio-group';
import { setVisibility } from '@/lib/client/api';
import type { Visibility } from '@/lib/program/program';
import { Choice } from './choice';

const CASE = 'rounded-xl border p-3 has-data-[state=checked]:border-primary/50';

/** What a viewer may do about who opens a program. */
export type Sharing = {
  visibility: Visibility;
  /** May say who opens it, and make links. */
  mayShare: boolean;
  /** It's theirs. */
  isTheirs: boolean;
  /** Whose it is; null where that isn't known any more. */
  owner: string | null;
  /** People sign in here. */
  hasAccounts: boolean;
};

/** Who of the team may open a program. */
export function TeamAccess({ programId, sharing, visibility, onChange }: { programId: string; sharing: Sharing; visibility: Visibility; onChange(visibility: Visibility): void }) {
  const id = useId();
  const [failure, setFailure] = useState<string | null>(null);
  const choose = (next: Visibility) => {
    setFailure(null);
    onChange(next);
    setVisibility(programId, next).catch((error: Error) => {
      onChange(visibility);
      setFailure(`It is as it was. ${error.message}`);
    });
  };
  const whose = sharing.isTheirs ? 'you' : (sharing.owner ?? 'whose it is');
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-2 text-sm font-medium">Who of your team opens it</legend>
      <RadioGroup value={visibility} onValueChange={(value) => choose(value as Visibility)} className="grid gap-2 sm:grid-cols-2">
        <Choice className={CASE} id={`${id}-team`} value="team" title="The team" detail="Everybody in it opens it, members change it." />
        <Choice className={CASE} id={`${id}-private`} value="private" title="Private" detail={`Nobody but ${whose} sees it, admins neither. Its links go on.`} disabled={!sharing.isTheirs} />
      </RadioGroup>
      {failure && (
        <p role="alert" className="text-sm text-destructive">
          {failure}
        </p>
      )}
    </fieldset>
  );
}

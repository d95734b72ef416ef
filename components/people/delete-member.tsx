'use client';

import { useRouter } from 'next/navigation';
import { useId, useState } from 'react';
import { notify } from '@/components/shell/notify';
import { Label } from '@/components/ui/label';
import { RadioGroup, RadioGroupItem } from '@/components/ui/radio-group';
import { deleteMember, previewOfMember } from '@/lib/client/removals';
import { counted } from './counted';
import { DeleteDialog } from './delete-dialog';

/** Asks an admin whether everything of somebody in the team should be deleted. */
export function DeleteMember({ id: personId, name, onClose }: { id: string; name: string; onClose(): void }) {
  const router = useRouter();
  const id = useId();
  const [handOver, setHandOver] = useState(false);
  return (
    <DeleteDialog
      title={`Delete everything of ${name}?`}
      action="Delete everything"
      load={() => previewOfMember(personId)}
      onDelete={async (typed) => {
        const { account } = await deleteMember(personId, typed, handOver);
        onClose();
        notify(account ? 'Everything of theirs is deleted, their account too.' : 'Everything of theirs in this team is deleted.');
        router.refresh();
      }}
      onClose={onClose}
    >
      {(preview) => (
        <div className="grid gap-4">
          <ul className="grid list-disc gap-1 pl-5 text-pretty">
            <li>{preview.account ? 'Their account is deleted: this is their only team.' : 'They leave this team. Their account stays: they are in another team.'}</li>
            {preview.team > 0 && <li>{counted(preview.team, 'interface')} of the team {preview.team === 1 ? 'becomes' : 'become'} yours.</li>}
            {preview.links + preview.tokens > 0 && <li>{[preview.links > 0 && counted(preview.links, 'link'), preview.tokens > 0 && counted(preview.tokens, 'token')].filter(Boolean).join(' and ')} they made {preview.links + preview.tokens === 1 ? 'ends' : 'end'} at once.</li>}
            <li>The ledger and the audit log keep what was done, by “deleted person”.</li>
          </ul>
          {preview.private > 0 && (
            <RadioGroup value={handOver ? 'hand' : 'delete'} onValueChange={(value) => setHandOver(value === 'hand')} aria-label="Their private interfaces" className="gap-1">
              <Label htmlFor={`${id}-delete`} className="flex min-h-9 items-center gap-2.5 font-normal">
                <RadioGroupItem id={`${id}-delete`} value="delete" /> Delete their {preview.private === 1 ? 'private interface' : `${preview.private} private interfaces`}
              </Label>
              <Label htmlFor={`${id}-hand`} className="flex min-h-9 items-center gap-2.5 font-normal">
                <RadioGroupItem id={`${id}-hand`} value="hand" /> Make {preview.private === 1 ? 'it' : 'them'} yours, with the conversation
              </Label>
            </RadioGroup>
          )}
        </div>
      )}
    </DeleteDialog>
  );
}

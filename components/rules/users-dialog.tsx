'use client';

import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Label } from '@/components/ui/label';
import { RadioGroup, RadioGroupItem } from '@/components/ui/radio-group';
import { setBindingUsers } from '@/lib/client/rules';
import { type Role, isAtLeast } from '@/lib/program/role';
import type { RuledConnection, TeamMember } from './rules';

const CHOICES = [
  { value: 'everybody', words: 'Everybody in the team' },
  { value: 'member', words: 'Members, admins and owners' },
  { value: 'admin', words: 'Admins and owners' },
  { value: 'owner', words: 'Owners' },
  { value: 'named', words: 'Only people I name' },
] as const;

type Choice = (typeof CHOICES)[number]['value'];

/** Who may use a connection: a role, people by name, or both. */
export function UsersDialog({ connection: { name, title, users }, members, onClose }: { connection: RuledConnection; members: TeamMember[]; onClose(changed: boolean): void }) {
  const id = useId();
  const [choice, setChoice] = useState<Choice>(users === null ? 'everybody' : users.role === null || users.role === 'viewer' ? 'named' : users.role);
  const [people, setPeople] = useState<ReadonlySet<string>>(new Set(users?.people));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const role: Role | null = choice === 'everybody' || choice === 'named' ? null : choice;
  // Who may anyway needs no name.
  const others = choice === 'everybody' ? [] : members.filter((member) => role === null || !isAtLeast(member.role, role));

  const save = async () => {
    setBusy(true);
    setFailure(null);
    try {
      await setBindingUsers(name, choice === 'everybody' ? null : { role, people: others.flatMap((member) => (people.has(member.id) ? [member.id] : [])) });
      onClose(true);
    } catch (error) {
      setFailure((error as Error).message);
      setBusy(false);
    }
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose(false)}>
      <DialogContent className="sm:max-w-md">
        <DialogHeader>
          <DialogTitle>Who may use {title}?</DialogTitle>
          <DialogDescription>Interfaces of others are refused what they ask of it.</DialogDescription>
        </DialogHeader>
        <RadioGroup value={choice} onValueChange={(next) => setChoice(next as Choice)} aria-label={`Who may use ${title}`} className="gap-1">
          {CHOICES.map(({ value, words }) => (
            <Label key={value} htmlFor={`${id}-${value}`} className="flex min-h-9 items-center gap-2.5 font-normal">
              <RadioGroupItem id={`${id}-${value}`} value={value} />
              {words}
            </Label>
          ))}
        </RadioGroup>
        {others.length > 0 && (
          <fieldset className="grid max-h-56 gap-1 overflow-y-auto border-t pt-3">
            <legend className="float-left mb-1 text-xs text-muted-foreground">{role === null ? 'People' : 'And these people'}</legend>
            {others.map((member) => (
              <Label key={member.id} htmlFor={`${id}-${member.id}`} className="flex min-h-9 items-center gap-2.5 font-normal">
                <Checkbox
                  id={`${id}-${member.id}`}
                  checked={people.has(member.id)}
                  onCheckedChange={(checked) => setPeople((before) => (checked ? new Set([...before, member.id]) : new Set([...before].filter((one) => one !== member.id))))}
                />
                {member.name}
              </Label>
            ))}
          </fieldset>
        )}
        {failure && (
          <p role="alert" className="text-sm text-destructive">
            {failure}
          </p>
        )}
        <DialogFooter>
          <Button disabled={busy} onClick={() => void save()}>
            Save
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

'use client';

import { useRouter } from 'next/navigation';
import { type FormEvent, useId, useState } from 'react';
import { Failure } from '@/components/shell/failure';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { RadioGroup, RadioGroupItem } from '@/components/ui/radio-group';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { type Invited, type InvitedRole, type NewInvitation, invite } from '@/lib/client/people';
import { CopyField } from './copy-field';
import { useAttempt } from '@/components/shell/use-attempt';
import { ROLE_IN_WORDS } from './words';

const ROLES: InvitedRole[] = ['member', 'viewer', 'admin'];
const DAYS = { '1': 'A day', '7': 'A week', '30': '30 days' };

/** Asks somebody into the team, by a link to hand on or by mail. What is refused is said under it, and what was typed stays. */
export function InviteForm({ sendsMail, onClose }: { sendsMail: boolean; onClose(): void }) {
  const id = useId();
  const router = useRouter();
  const [way, setWay] = useState('link');
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<InvitedRole>('member');
  const [days, setDays] = useState('7');
  const [invited, setInvited] = useState<Invited | null>(null);
  const { busy, failure, run } = useAttempt();

  const send = (event: FormEvent) => {
    event.preventDefault();
    void run(async () => {
      setInvited(await invite({ role, email: way === 'mail' ? email.trim() : null, days: Number(days) as NewInvitation['days'] }));
      router.refresh();
    });
  };
  const another = () => {
    setInvited(null);
    setEmail('');
  };
  if (invited) return <Link invited={invited} sendsMail={sendsMail} onAnother={another} onClose={onClose} />;

  return (
    <form onSubmit={send} className="case mb-4 grid gap-4 p-4 sm:grid-cols-2" aria-label="Invite">
      <fieldset className="sm:col-span-2">
        <legend className="sr-only">How</legend>
        <RadioGroup value={way} onValueChange={setWay} className="flex flex-wrap gap-x-6 gap-y-2">
          <Way id={`${id}-link`} value="link" title="By a link that I hand on" />
          <Way id={`${id}-mail`} value="mail" title="By mail" />
        </RadioGroup>
      </fieldset>
      {way === 'mail' && (
        <div className="grid gap-1.5 sm:col-span-2">
          <Label htmlFor={`${id}-email`}>Their mail address</Label>
          <Input id={`${id}-email`} type="email" value={email} onChange={(event) => setEmail(event.target.value)} required maxLength={200} placeholder="name@example.com" autoComplete="off" aria-describedby={`${id}-about`} />
        </div>
      )}
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-role`}>As</Label>
        <Select value={role} onValueChange={(value) => setRole(value as InvitedRole)}>
          <SelectTrigger id={`${id}-role`} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {ROLES.map((value) => (
              <SelectItem key={value} value={value}>
                {ROLE_IN_WORDS[value].title}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
        <p className="text-xs text-muted-foreground">{ROLE_IN_WORDS[role].detail}</p>
      </div>
      <div className="grid content-start gap-1.5">
        <Label htmlFor={`${id}-days`}>Can be used for</Label>
        <Select value={days} onValueChange={setDays}>
          <SelectTrigger id={`${id}-days`} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {Object.entries(DAYS).map(([value, title]) => (
              <SelectItem key={value} value={value}>
                {title}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </div>
      <p id={`${id}-about`} className="text-xs text-pretty text-muted-foreground sm:col-span-2">
        {way === 'link'
          ? 'Whoever opens it first may come, once. Hand it to one person only.'
          : sendsMail
            ? 'Only somebody who signs in with that address can use it, once.'
            : 'Only somebody who signs in with that address can use it, once. This server sends no mail (SMTP_URL isn’t set), so you get the link to hand on.'}
      </p>
      {failure && (
        <div className="sm:col-span-2">
          <Failure>{`Nobody was invited. ${failure}`}</Failure>
        </div>
      )}
      <div className="flex gap-2 sm:col-span-2">
        <Button type="submit" disabled={busy}>
          {busy ? 'One moment…' : way === 'mail' && sendsMail ? 'Send the invitation' : 'Make the link'}
        </Button>
        <Button type="button" variant="ghost" onClick={onClose}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function Way({ id, value, title }: { id: string; value: string; title: string }) {
  return (
    <div className="flex items-center gap-2">
      <RadioGroupItem id={id} value={value} />
      <Label htmlFor={id}>{title}</Label>
    </div>
  );
}

/** The link, which is told once. */
function Link({ invited: { invitation, address, mailed }, sendsMail, onAnother, onClose }: { invited: Invited; sendsMail: boolean; onAnother(): void; onClose(): void }) {
  return (
    <div className="case mb-4 grid gap-3 p-4">
      <p role="status" className="text-sm text-pretty">
        {saidOf(invitation.email, mailed, sendsMail)}
      </p>
      <CopyField label="Link of the invitation" value={address} />
      <p className="text-xs text-muted-foreground">It is shown here once. If it’s lost, revoke the invitation and make another.</p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="outline" onClick={onAnother}>
          Invite somebody else
        </Button>
        <Button size="sm" variant="ghost" onClick={onClose}>
          Done
        </Button>
      </div>
    </div>
  );
}

function saidOf(email: string | null, mailed: boolean, sendsMail: boolean): string {
  if (email === null) return 'Hand this link to one person. Whoever opens it first may come, once.';
  if (mailed) return `A mail with this link was sent to ${email}.`;
  if (sendsMail) return `The mail to ${email} could not be sent. Hand them this link yourself.`;
  return `No mail was sent, since this server sends none. Hand this link to ${email} yourself.`;
}

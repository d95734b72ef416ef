'use client';

import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { RadioGroup } from '@/components/ui/radio-group';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { Textarea } from '@/components/ui/textarea';
import type { LinkChoices, ListedLink } from '@/lib/client/shares';
import { Choice } from './choice';
import { REFRESH_IN_WORDS } from './words';

const HOUR_MS = 3_600_000;
const ENDS: Record<string, { title: string; ms: number | null }> = {
  never: { title: 'Never', ms: null },
  hour: { title: 'In an hour', ms: HOUR_MS },
  day: { title: 'In a day', ms: 24 * HOUR_MS },
  week: { title: 'In a week', ms: 168 * HOUR_MS },
  month: { title: 'In 30 days', ms: 720 * HOUR_MS },
};

/** Everything that can be chosen for a link. What is refused is said under the form, and what was typed stays. */
export function LinkForm({ link, shownVersion, hasAccounts, onSave, onCancel }: { link: ListedLink; /** The version that is looked at now. */ shownVersion: { id: string; ordinal: number } | null; hasAccounts: boolean; onSave(choices: LinkChoices): Promise<void>; onCancel(): void }) {
  const id = useId();
  const [mode, setMode] = useState(link.mode);
  const [refresh, setRefresh] = useState(link.refresh);
  const [version, setVersion] = useState(link.versionId ?? 'latest');
  const [ends, setEnds] = useState(link.expiresAt ? 'as-is' : 'never');
  const [mayRemix, setMayRemix] = useState(link.mayRemix);
  const [mayAsk, setMayAsk] = useState(link.mayAsk);
  const [removesPassword, setRemovesPassword] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? '').trim();
    const password = String(form.get('password') ?? '');
    const ms = ENDS[ends]?.ms;
    setBusy(true);
    setFailure(null);
    try {
      await onSave({
        mode,
        refresh: mode === 'snapshot' ? refresh : 'never',
        versionId: version === 'latest' ? null : version,
        ...(ends !== 'as-is' && { expiresAt: ms ? new Date(Date.now() + ms).toISOString() : null }),
        ...(password !== '' ? { password } : removesPassword && { password: null }),
        maxViews: field('views') === '' ? null : Number(field('views')),
        title: field('title') || null,
        by: field('by') || null,
        embedOrigins: field('sites').split(/\s+/).filter(Boolean),
        mayRemix,
        mayAsk: mayAsk && mode !== 'snapshot',
      });
    } catch (error) {
      setFailure((error as Error).message);
      setBusy(false);
    }
  };

  return (
    <form onSubmit={save} className="grid gap-4 border-t pt-4 text-sm sm:grid-cols-2">
      <fieldset className="sm:col-span-2">
        <legend className="mb-2 font-medium">What viewers see</legend>
        <RadioGroup value={mode} onValueChange={(value) => setMode(value as ListedLink['mode'])} className="grid gap-2">
          <Choice id={`${id}-snapshot`} value="snapshot" title="A snapshot" detail="What this interface has shown you, as it was then. Nothing else can be asked." />
          <Choice id={`${id}-live`} value="live" title="Live, with what this interface may read" detail="Its own data functions run on the server, with any filter. Answers are at most 30 seconds old." />
          <Choice
            id={`${id}-viewer`}
            value="viewer"
            title="Live, in the name of who looks"
            detail={hasAccounts ? 'For people of your team: they sign in, and it reads what they and this interface may, on record as theirs. Nothing is kept for others.' : 'For a team whose people sign in. You are alone here, so there’s nobody else in whose name it could read.'}
            disabled={!hasAccounts}
          />
        </RadioGroup>
      </fieldset>
      {mode === 'snapshot' && (
        <Field id={`${id}-refresh`} label="Taken anew">
          <Select value={refresh} onValueChange={(value) => setRefresh(value as ListedLink['refresh'])}>
            <SelectTrigger id={`${id}-refresh`} className="w-full">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {Object.entries(REFRESH_IN_WORDS).map(([value, title]) => (
                <SelectItem key={value} value={value}>
                  {title}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </Field>
      )}
      <Field id={`${id}-version`} label="Version">
        <Select value={version} onValueChange={setVersion}>
          <SelectTrigger id={`${id}-version`} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            <SelectItem value="latest">The latest good one</SelectItem>
            {shownVersion && <SelectItem value={shownVersion.id}>Only version {shownVersion.ordinal}</SelectItem>}
            {link.versionId && link.versionId !== shownVersion?.id && <SelectItem value={link.versionId}>Only the one it shows</SelectItem>}
          </SelectContent>
        </Select>
      </Field>
      <Field id={`${id}-ends`} label="Ends">
        <Select value={ends} onValueChange={setEnds}>
          <SelectTrigger id={`${id}-ends`} className="w-full">
            <SelectValue />
          </SelectTrigger>
          <SelectContent>
            {link.expiresAt && <SelectItem value="as-is">{new Date(link.expiresAt).toLocaleString()}</SelectItem>}
            {Object.entries(ENDS).map(([value, { title }]) => (
              <SelectItem key={value} value={value}>
                {title}
              </SelectItem>
            ))}
          </SelectContent>
        </Select>
      </Field>
      <Field id={`${id}-views`} label="Views at most">
        <Input id={`${id}-views`} name="views" type="number" min={1} max={1_000_000} defaultValue={link.maxViews ?? ''} placeholder="Any number" />
      </Field>
      <Field id={`${id}-password`} label="Password">
        <div className="flex gap-2">
          <Input id={`${id}-password`} name="password" type="password" autoComplete="new-password" maxLength={200} placeholder={link.hasPassword && !removesPassword ? 'As it is' : 'None'} onChange={() => setRemovesPassword(false)} />
          {link.hasPassword && (
            <Button type="button" variant="outline" aria-pressed={removesPassword} onClick={() => setRemovesPassword(!removesPassword)}>
              {removesPassword ? 'Keep' : 'Remove'}
            </Button>
          )}
        </div>
      </Field>
      <Field id={`${id}-title`} label="Called">
        <Input id={`${id}-title`} name="title" maxLength={120} defaultValue={link.title ?? ''} placeholder="As the interface" />
      </Field>
      <Field id={`${id}-by`} label="From (shown to viewers)">
        <Input id={`${id}-by`} name="by" maxLength={120} defaultValue={link.by ?? ''} placeholder="Nobody is named" />
      </Field>
      <div className="grid gap-1.5 sm:col-span-2" hidden={mode === 'viewer'}>
        <Label htmlFor={`${id}-sites`}>Sites that may show it within theirs</Label>
        <Textarea id={`${id}-sites`} name="sites" rows={2} defaultValue={link.embedOrigins.join('\n')} placeholder="None. One a line: https://intranet.example.com" spellCheck={false} className="font-mono text-xs" />
      </div>
      <Option id={`${id}-remix`} title="Who opens it may remix it" checked={mayRemix} onChange={setMayRemix}>
        {hasAccounts ? 'Whoever has an account here gets' : 'Whoever uses this app gets'} its code as an interface of their own, with the names of tables and columns that it asks for. No rows, no grants, nothing of the conversation.
      </Option>
      <Option id={`${id}-ask`} title="Who opens it may ask for changes" checked={mayAsk && mode !== 'snapshot'} onChange={setMayAsk} disabled={mode === 'snapshot'}>
        {mode === 'snapshot' ? 'A snapshot changes nothing. Choose live data to let people ask.' : 'What the interface would change outside waits for somebody of your team, each time, whatever was allowed before. They see exactly what would be sent.'}
      </Option>
      {failure && (
        <p role="alert" className="text-destructive sm:col-span-2">
          {failure}
        </p>
      )}
      <div className="flex gap-2 sm:col-span-2">
        <Button type="submit" size="sm" disabled={busy}>
          {busy ? 'Saving…' : 'Save'}
        </Button>
        <Button type="button" size="sm" variant="ghost" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}

function Field({ id, label, children }: { id: string; label: string; children: React.ReactNode }) {
  return (
    <div className="grid content-start gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      {children}
    </div>
  );
}

function Option({ id, title, checked, onChange, disabled, children }: { id: string; title: string; checked: boolean; onChange(checked: boolean): void; disabled?: boolean; children: React.ReactNode }) {
  return (
    <div className="flex gap-3 sm:col-span-2">
      <Checkbox id={id} checked={checked} disabled={disabled} onCheckedChange={(now) => onChange(now === true)} className="mt-0.5" aria-describedby={`${id}-detail`} />
      <div>
        <Label htmlFor={id}>{title}</Label>
        <p id={`${id}-detail`} className="text-xs text-pretty text-muted-foreground">
          {children}
        </p>
      </div>
    </div>
  );
}

'use client';

import { CheckIcon, CopyIcon, EllipsisIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { notify, notifyFailure } from '@/components/shell/notify';
import { RelativeTime } from '@/components/shell/relative-time';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuSeparator, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { Input } from '@/components/ui/input';
import type { ListedLink } from '@/lib/client/shares';
import { LinkForm } from './link-form';
import type { Links } from './use-links';
import { LIVE_IN_WORDS, counted, remixesInWords, stateInWords, takenInWords, viewsInWords } from './words';

const ConfirmDialog = dynamic(() => import('@/components/shell/confirm-dialog').then((module) => module.ConfirmDialog), { ssr: false });

const COPIED_MS = 2_000;

/** A link: its address to be copied, what it shows, and what can be done about it. */
export function LinkCard({ link, links, shownVersion, hasAccounts }: { link: ListedLink; links: Links; shownVersion: { id: string; ordinal: number } | null; hasAccounts: boolean }) {
  const [changing, setChanging] = useState(false);
  const [revoking, setRevoking] = useState(false);
  const [copied, setCopied] = useState(false);
  const [busy, setBusy] = useState(false);

  const doIt = (what: string, work: Promise<unknown>) => {
    setBusy(true);
    void work.catch((error: Error) => notifyFailure(`${what} ${error.message}`)).finally(() => setBusy(false));
  };
  const copy = async () => {
    await navigator.clipboard.writeText(link.address ?? '');
    setCopied(true);
    setTimeout(() => setCopied(false), COPIED_MS);
  };

  return (
    <li className="grid gap-3 rounded-xl border p-4" aria-label={link.title ?? 'Link'}>
      <div className="flex gap-2">
        <Input readOnly value={link.address ?? 'Only who made it can copy it'} aria-label="Address" className="font-mono text-xs" onFocus={(event) => event.target.select()} disabled={link.address === null} />
        <Button variant="outline" onClick={() => void copy()} disabled={link.address === null}>
          {copied ? <CheckIcon /> : <CopyIcon />}
          <span aria-live="polite">{copied ? 'Copied' : 'Copy'}</span>
        </Button>
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="icon" aria-label="More about this link">
              <EllipsisIcon />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            {link.look !== null && (
              <DropdownMenuItem asChild>
                <a href={link.look} target="_blank" rel="noreferrer noopener">
                  See it as a viewer would
                </a>
              </DropdownMenuItem>
            )}
            {link.mode === 'snapshot' && (
              <DropdownMenuItem onSelect={() => doIt('No snapshot was taken.', links.renew(link).then((taken) => notify(takenInWords(taken))))}>Take a new snapshot</DropdownMenuItem>
            )}
            <DropdownMenuItem onSelect={() => setChanging(true)}>Change</DropdownMenuItem>
            <DropdownMenuItem onSelect={() => doIt('It was not changed.', links.change(link, { paused: link.pausedAt === null }))}>{link.pausedAt === null ? 'Pause' : 'Go on'}</DropdownMenuItem>
            <DropdownMenuSeparator />
            <DropdownMenuItem variant="destructive" onSelect={() => setRevoking(true)}>
              Revoke
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      </div>
      <p className="text-xs text-pretty text-muted-foreground" aria-live="polite">
        <span className={cn(link.state === 'open' ? 'text-foreground' : 'text-warning')}>{busy ? 'One moment…' : stateInWords(link)}</span>
        {' · '}
        {link.mode === 'snapshot' && link.takenAt ? (
          <>
            snapshot of <RelativeTime iso={link.takenAt} />, {counted(link.results, 'result')}
          </>
        ) : (
          LIVE_IN_WORDS[link.mode]
        )}
        {' · '}
        {viewsInWords(link)}
        {link.expiresAt && link.state !== 'expired' && (
          <>
            {' · ends '}
            <RelativeTime iso={link.expiresAt} />
          </>
        )}
        {remixesInWords(link) !== null && ` · ${remixesInWords(link)}`}
        {link.mayAsk && ' · may ask for changes'}
        {link.embedOrigins.length > 0 && ` · within ${counted(link.embedOrigins.length, 'site')}`}
      </p>
      {changing && (
        <LinkForm
          link={link}
          shownVersion={shownVersion}
          hasAccounts={hasAccounts}
          onCancel={() => setChanging(false)}
          onSave={async (choices) => {
            await links.change(link, choices);
            setChanging(false);
          }}
        />
      )}
      {revoking && (
        <ConfirmDialog
          title="Revoke this link?"
          detail="Nobody can open it any more, and pages that are open end within a second. It can’t be brought back; another link has another address."
          action="Revoke"
          onConfirm={() => doIt('It was not revoked.', links.revoke(link))}
          onClose={() => setRevoking(false)}
        />
      )}
    </li>
  );
}

'use client';

import { CheckIcon, CopyIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { RelativeTime } from '@/components/shell/relative-time';
import { Button } from '@/components/ui/button';
import { ApiError } from '@/lib/client/api';
import { type DataToken, listDataTokens, makeDataToken, revokeDataToken } from '@/lib/client/projects';

/** Keys with which an exported project reads live rows: made here, told once, taken back here. */
export function LiveData({ programId }: { programId: string }) {
  const [tokens, setTokens] = useState<DataToken[]>([]);
  const [made, setMade] = useState<{ id: string; lines: string } | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [isOthers, setIsOthers] = useState(false);

  useEffect(() => {
    let gone = false;
    listDataTokens(programId).then(
      (all) => gone || setTokens(all),
      (error: Error) => gone || (error instanceof ApiError && error.status === 403 ? setIsOthers(true) : setFailure(error.message)),
    );
    return () => void (gone = true);
  }, [programId]);

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setFailure(null);
    await work().catch((error: Error) => setFailure(error.message));
    setBusy(false);
  };
  const make = () =>
    attempt(async () => {
      const { token, url, kept } = await makeDataToken(programId);
      setTokens((all) => [kept, ...all]);
      setMade({ id: kept.id, lines: `VITE_VITRINE_URL=${url}\nVITE_VITRINE_TOKEN=${token}` });
    });
  const revoke = (id: string) =>
    attempt(async () => {
      await revokeDataToken(programId, id);
      setTokens((all) => all.filter((token) => token.id !== id));
      setMade((now) => (now?.id === id ? null : now));
    });

  // Keys are for whose interface it is.
  if (isOthers) return null;

  return (
    <section aria-labelledby="live-data" className="border-t pt-4">
      <div className="flex items-center gap-3 max-sm:flex-wrap">
        <div className="min-w-0 flex-1 max-sm:basis-full">
          <h3 id="live-data" className="text-sm font-medium">
            Live data
          </h3>
          <p className="text-sm text-pretty text-muted-foreground">A token lets an exported project read what this version’s data functions read, and nothing else. It changes nothing.</p>
        </div>
        <Button variant="outline" disabled={busy} onClick={() => void make()} className="shrink-0">
          Make a token
        </Button>
      </div>
      {made && <Made lines={made.lines} />}
      {failure && (
        <p role="alert" className="mt-2 text-sm text-destructive">
          {failure}
        </p>
      )}
      {tokens.length > 0 && (
        <ul aria-label="Tokens" className="mt-3 divide-y rounded-xl border">
          {tokens.map((token) => (
            <li key={token.id} className="flex items-center gap-3 py-1.5 pr-1.5 pl-3 text-sm">
              <p className="min-w-0 flex-1">
                Reads version {token.version}
                <span className="text-muted-foreground">
                  {' · made '}
                  <RelativeTime iso={token.createdAt} />
                  {token.lastUsedAt ? (
                    <>
                      {', last used '}
                      <RelativeTime iso={token.lastUsedAt} />
                    </>
                  ) : (
                    ', not used yet'
                  )}
                </span>
              </p>
              <Button variant="ghost" size="sm" disabled={busy} onClick={() => void revoke(token.id)} aria-label={`Take back the token that reads version ${token.version}`}>
                Take back
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Made({ lines }: { lines: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="mt-3 rounded-xl border bg-muted/40 p-3">
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 text-sm">
          For the project’s <code className="font-mono text-xs">.env.local</code>. It is shown this once.
        </p>
        <Button variant="ghost" size="sm" onClick={() => void navigator.clipboard.writeText(lines).then(() => setCopied(true))}>
          {copied ? <CheckIcon /> : <CopyIcon />} {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <pre tabIndex={0} aria-label="Lines for .env.local" className="mt-2 font-mono text-xs break-all whitespace-pre-wrap">
        {lines}
      </pre>
    </div>
  );
}

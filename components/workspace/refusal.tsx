'use client';

import { ArrowLeftIcon } from 'lucide-react';
import { useState } from 'react';
import { saveFile } from '@/components/shell/save-file';
import { useListens } from '@/components/shell/use-listens';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { exportProgram } from '@/lib/client/projects';
import { REFUSED_IN_WORDS, type Refused } from './words';

/** Why no project runs here, and the same project to take along instead. */
export function Refusal({ programId, why, output }: { programId: string; why: Refused; output: string }) {
  const listens = useListens();
  const [saving, setSaving] = useState(false);
  const [said, setSaid] = useState<{ failed: boolean; text: string } | null>(null);
  const { title, detail } = REFUSED_IN_WORDS[why];
  const save = async () => {
    setSaving(true);
    setSaid(null);
    try {
      const { name, content } = await exportProgram(programId, 'zip');
      saveFile(name, content);
      setSaid({ failed: false, text: `Saved ${name}. npm install and npm run dev start it.` });
    } catch (error) {
      setSaid({ failed: true, text: `Nothing was saved. ${(error as Error).message}` });
    }
    setSaving(false);
  };
  return (
    <main className="grid min-h-0 flex-1 place-items-center overflow-y-auto p-6">
      <div className="w-full max-w-md">
        <div role="alert">
          <h1 className="text-lg font-semibold text-balance">{title}</h1>
          <p className="mt-2 text-sm text-pretty text-muted-foreground">{detail}</p>
        </div>
        {why !== 'no-version' && <p className="mt-2 text-sm text-pretty text-muted-foreground">The same project can be saved as a zip and started with Node.</p>}
        <div className="mt-6 flex flex-wrap gap-2">
          {why !== 'no-version' && (
            <Button disabled={saving || !listens} onClick={() => void save()}>
              {saving && <Spinner />} Save .zip
            </Button>
          )}
          {why === 'off-admin' && (
            <Button variant="outline" asChild>
              <a href="/settings#projects">Open settings</a>
            </Button>
          )}
          {!['off', 'off-admin', 'no-version', 'browser'].includes(why) && (
            <Button variant="outline" onClick={() => location.reload()}>
              Try again
            </Button>
          )}
          <Button variant="ghost" asChild>
            <a href={`/p/${programId}`}>
              <ArrowLeftIcon /> Back to the interface
            </a>
          </Button>
        </div>
        {said && (
          <p role={said.failed ? 'alert' : 'status'} className={said.failed ? 'mt-3 text-sm text-destructive' : 'mt-3 text-sm'}>
            {said.text}
          </p>
        )}
        {output && (
          <pre tabIndex={0} aria-label="Output" className="mt-6 max-h-64 overflow-auto rounded-xl border bg-muted/40 p-3 font-mono text-xs break-words whitespace-pre-wrap">
            {output.slice(-4_000)}
          </pre>
        )}
      </div>
    </main>
  );
}

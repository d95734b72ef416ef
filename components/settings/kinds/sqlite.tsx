'use client';

import { DatabaseIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { notifyFailure } from '@/components/shell/notify';
import { Button } from '@/components/ui/button';
import { sendFile } from '@/lib/client/connections';
import type { KindForm } from './kind-form';

/** A SQLite file, sent as it is. */
export const sqliteForm: KindForm<'sqlite'> = {
  title: 'SQLite file',

  AddFields({ busy, add }) {
    const picker = useRef<HTMLInputElement>(null);
    const [sending, setSending] = useState<string | null>(null);
    const pick = async (file: File | undefined) => {
      if (!file) return;
      setSending(file.name);
      try {
        add({ kind: 'sqlite', uploadId: await sendFile(file) });
      } catch (error) {
        notifyFailure((error as Error).message);
      }
      setSending(null);
      // The same file can be picked again once it was corrected.
      if (picker.current) picker.current.value = '';
    };
    return (
      <div className="flex flex-wrap items-center gap-3">
        <Button type="button" size="sm" variant="outline" disabled={busy || sending !== null} onClick={() => picker.current?.click()}>
          <DatabaseIcon /> Choose a file
        </Button>
        <span className="text-sm text-pretty text-muted-foreground" aria-live="polite">
          {sending ? `Sending ${sending}…` : 'A copy of it is kept here, and nothing writes to that: .sqlite or .db, to 200 MB'}
        </span>
        <input
          ref={picker}
          type="file"
          hidden
          aria-label="SQLite file"
          accept=".sqlite,.sqlite3,.db,.db3,application/vnd.sqlite3"
          onChange={(event) => void pick(event.target.files?.[0])}
        />
      </div>
    );
  },

  given: () => ({ kind: 'sqlite', uploadId: '' }),
  ChangeFields: () => null,
  change: () => ({}),
};

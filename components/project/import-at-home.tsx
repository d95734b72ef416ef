'use client';

import { FolderUpIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { type ImportState, ZipPicker, type ZipPickerHandle } from './import-project';

/** A project's zip becomes a program of one's own. */
export function ImportAtHome() {
  const router = useRouter();
  const picker = useRef<ZipPickerHandle>(null);
  const [{ busy, failure }, setState] = useState<ImportState>({ busy: false, failure: null });
  return (
    <>
      <Button variant="ghost" size="sm" className="text-muted-foreground" disabled={busy} onClick={() => picker.current?.choose()}>
        {busy ? <Spinner /> : <FolderUpIcon />} Import a project
      </Button>
      {failure && (
        <p role="alert" className="mt-1 text-sm text-destructive">
          {failure}
        </p>
      )}
      <ZipPicker ref={picker} onState={setState} onImported={({ programId }) => router.push(`/p/${programId}`)} />
    </>
  );
}

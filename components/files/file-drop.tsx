'use client';

import dynamic from 'next/dynamic';
import { type DragEvent, type ReactNode, type Ref, useImperativeHandle, useRef, useState } from 'react';
import { cn } from '@/components/ui/cn';

const AddFiles = dynamic(() => import('./add-files').then((module) => module.AddFiles), { ssr: false });

export const ACCEPTED = '.csv,.tsv,.txt,.json,.ndjson,.jsonl,.parquet,.xlsx';

export type FileDropHandle = { choose(): void };

/** A page that takes files wherever they are dropped on it; `off` where who looks may add none. */
export function FileDrop({ ref, off = false, ...props }: { children: ReactNode; off?: boolean; onAdded(): void; className?: string; ref?: Ref<FileDropHandle> }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const [files, setFiles] = useState<File[]>([]);
  useImperativeHandle(ref, () => ({ choose: () => input.current?.click() }));

  const take = (list: FileList | null) => list && list.length > 0 && setFiles([...list]);
  const onDrag = (event: DragEvent) => {
    if (off || !event.dataTransfer.types.includes('Files')) return;
    event.preventDefault();
    setOver(event.type === 'dragover');
    if (event.type === 'drop') take(event.dataTransfer.files);
  };

  return (
    <div onDragOver={onDrag} onDragLeave={onDrag} onDrop={onDrag} className={cn('relative min-h-dvh', props.className)}>
      {props.children}
      {!off && (
        <input
          ref={input}
          type="file"
          multiple
          accept={ACCEPTED}
          className="sr-only"
          tabIndex={-1}
          aria-label="Files to add"
          onChange={(event) => {
            take(event.target.files);
            event.target.value = ''; // The same file may be chosen again.
          }}
        />
      )}
      {over && (
        <div className="pointer-events-none fixed inset-3 z-50 grid place-items-center rounded-2xl border-2 border-dashed border-ring bg-background/80">
          <p className="text-lg font-medium">Drop to add to your data</p>
        </div>
      )}
      {files.length > 0 && <AddFiles files={files} onDone={() => setFiles([])} onAdded={props.onAdded} />}
    </div>
  );
}

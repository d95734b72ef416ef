'use client';

import { useEffect, useState } from 'react';
import { notify } from '@/components/shell/notify';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog, DialogContent, DialogDescription, DialogFooter, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Label } from '@/components/ui/label';
import { Progress } from '@/components/ui/progress';
import { type Corrections, type StagedFile, addFile, discardUpload, stageFile } from '@/lib/client/files';
import { FilePreviewTable } from './file-preview-table';

export type AddFilesProps = { files: File[]; onAdded(): void; onDone(): void };

/** One dialog a file, one after the other: sent, looked at, types corrected, added. */
export function AddFiles({ files, onAdded, onDone }: AddFilesProps) {
  const [index, setIndex] = useState(0);
  const file = files[index]!;
  const next = () => (index + 1 < files.length ? setIndex(index + 1) : onDone());
  return <AddFile key={index} file={file} count={files.length > 1 ? `${index + 1} of ${files.length}` : null} onAdded={onAdded} onNext={next} />;
}

function AddFile({ file, count, onAdded, onNext }: { file: File; count: string | null; onAdded(): void; onNext(): void }) {
  const [progress, setProgress] = useState(0);
  const [staged, setStaged] = useState<StagedFile | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [types, setTypes] = useState<Corrections>({});
  const [emptyInvalid, setEmptyInvalid] = useState(false);
  const [adding, setAdding] = useState(false);

  useEffect(() => {
    const abort = new AbortController();
    stageFile(file, setProgress, abort.signal).then(setStaged, (error: Error) => {
      if (!abort.signal.aborted) setFailure(error.message);
    });
    return () => abort.abort();
  }, [file]);

  const leave = () => {
    if (staged) void discardUpload(staged.uploadId).catch(() => undefined); // The server clears old uploads by itself too.
    onNext();
  };

  const add = async () => {
    setAdding(true);
    setFailure(null);
    try {
      const added = await addFile(staged!.uploadId, types, emptyInvalid);
      notify(`${added.name} was added as ${added.tables.map((table) => table.name).join(', ')}.`);
      onAdded();
      onNext();
    } catch (error) {
      setFailure((error as Error).message);
    } finally {
      setAdding(false);
    }
  };

  const corrected = Object.values(types).some((columns) => Object.keys(columns).length > 0);
  return (
    <Dialog open onOpenChange={(open) => !open && leave()}>
      <DialogContent className="flex max-h-[85dvh] flex-col sm:max-w-3xl">
        <DialogHeader>
          <DialogTitle className="pr-8 break-words">Add {file.name}</DialogTitle>
          <DialogDescription>
            {[count, sizeInWords(file.size), staged ? 'Look whether the types are right; they decide what can be summed and compared.' : null].filter(Boolean).join(' · ')}
          </DialogDescription>
        </DialogHeader>
        {!staged && !failure && <Sending progress={progress} />}
        {staged && <FilePreviewTable preview={staged.preview} types={types} onTypes={setTypes} />}
        {failure && (
          <p role="alert" className="rounded-md border border-destructive/30 bg-destructive/5 p-3 text-sm whitespace-pre-wrap">
            {failure}
          </p>
        )}
        {staged && corrected && (
          <Label className="flex items-center gap-2 text-sm font-normal">
            <Checkbox checked={emptyInvalid} onCheckedChange={(value) => setEmptyInvalid(value === true)} />
            Leave a cell empty where its value does not fit the corrected type
          </Label>
        )}
        <DialogFooter>
          <Button variant="ghost" onClick={leave}>
            {failure && !staged ? 'Close' : 'Cancel'}
          </Button>
          {staged && (
            <Button onClick={() => void add()} disabled={adding}>
              {adding ? 'Adding…' : 'Add to your data'}
            </Button>
          )}
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}

function Sending({ progress }: { progress: number }) {
  const percent = Math.round(progress * 100);
  return (
    <div className="flex flex-col gap-2 py-6">
      <Progress value={percent} aria-label="Sending" />
      <p className="text-sm text-muted-foreground tabular-nums" role="status">
        {percent < 100 ? `Sending, ${percent} %` : 'Reading it…'}
      </p>
    </div>
  );
}

function sizeInWords(bytes: number): string {
  if (bytes < 1_000_000) return `${Math.max(1, Math.round(bytes / 1_000)).toLocaleString()} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

'use client';

import { FileCodeIcon, FolderArchiveIcon, SquareTerminalIcon } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { SaveShown, type ShownToSave } from '@/components/share/save-shown';
import { useLeave } from '@/components/shell/leave';
import { saveFile, sizeInWords } from '@/components/shell/save-file';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { Skeleton } from '@/components/ui/skeleton';
import { Spinner } from '@/components/ui/spinner';
import { type ExportedFile, type ExportKind, type ExportPreview, type Imported, exportProgram, previewExport } from '@/lib/client/projects';
import { covers } from '@/lib/program/leaves';
import { ImportProject } from './import-project';
import { LiveData } from './live-data';

export type ExportDialogProps = { programId: string; /** What is on the screen. */ shown: ShownToSave; onImported(imported: Imported): void; onClose(): void };

/** A program to take along, the way back, and the keys to its rows. */
export function ExportDialog({ programId, shown, onImported, onClose }: ExportDialogProps) {
  const leave = useLeave();
  const [preview, setPreview] = useState<ExportPreview | null>(null);
  const [saved, setSaved] = useState<ExportedFile | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [saving, setSaving] = useState<ExportKind | null>(null);

  useEffect(() => {
    let gone = false;
    previewExport(programId).then(
      (found) => gone || setPreview(found),
      (error: Error) => gone || setFailure(error.message),
    );
    return () => void (gone = true);
  }, [programId]);

  const save = async (kind: ExportKind) => {
    setSaving(kind);
    setFailure(null);
    setSaved(null);
    try {
      const file = await exportProgram(programId, kind);
      saveFile(file.name, file.content);
      setSaved(file);
    } catch (error) {
      setFailure(`Nothing was saved. ${(error as Error).message}`);
    } finally {
      setSaving(null);
    }
  };
  const saveButton = (kind: ExportKind, label: string) => (
    <Button variant="outline" disabled={saving !== null || preview === null} onClick={() => void save(kind)} className="shrink-0">
      {saving === kind && <Spinner />} {label}
    </Button>
  );

  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent className="sm:max-w-xl">
        <DialogHeader>
          <DialogTitle>Export</DialogTitle>
          <DialogDescription>{preview ? `Version ${preview.version}, to go on with elsewhere or to hand on.` : 'To go on with elsewhere or to hand on.'}</DialogDescription>
        </DialogHeader>
        <SaveShown {...shown} />
        <ul className="divide-y rounded-xl border">
          <Choice icon={<FolderArchiveIcon />} title="Project" detail={
              <>
                Vite, React, TypeScript and Tailwind. <code className="font-mono text-xs">npm install</code>, <code className="font-mono text-xs">npm run dev</code>: it runs by itself, and all of it is yours to edit.
              </>
            }>
            {saveButton('zip', 'Save .zip')}
          </Choice>
          <Choice icon={<FileCodeIcon />} title="One HTML file" detail="Opens from disk with the network off, and asks nobody for anything.">
            {saveButton('html', 'Save .html')}
          </Choice>
          {preview?.workspace && (
            <Choice icon={<SquareTerminalIcon />} title="In the browser" detail="The project with npm, Vite and an editor, beside its preview.">
              <Button variant="outline" asChild className="shrink-0">
                {/* Another document: only that one is isolated. */}
                <a href={`/p/${programId}/workspace`}>Open as a project</a>
              </Button>
            </Choice>
          )}
        </ul>
        {preview ? <Rows preview={preview} /> : failure === null && <Skeleton className="h-10" />}
        {failure && (
          <p role="alert" className="text-sm text-destructive">
            {failure}
          </p>
        )}
        <p role="status" className="text-sm empty:hidden">
          {saved && savedInWords(saved)}
        </p>
        {covers(leave, 'own') && <LiveData programId={programId} />}
        {covers(leave, 'change') && (
          <ImportProject
            programId={programId}
            onImported={(imported) => {
              onImported(imported);
              onClose();
            }}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}

function Choice({ icon, title, detail, children }: { icon: ReactNode; title: string; detail: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-center gap-3 p-3 max-sm:flex-wrap [&>svg]:size-5 [&>svg]:shrink-0 [&>svg]:self-start [&>svg]:text-muted-foreground">
      {icon}
      <div className="min-w-0 flex-1 max-sm:basis-[80%]">
        <p className="text-sm font-medium">{title}</p>
        <p className="text-sm text-pretty text-muted-foreground">{detail}</p>
      </div>
      {children}
    </li>
  );
}

/** What of the program's data goes along. */
function Rows({ preview: { calls, left } }: { preview: ExportPreview }) {
  const sentence =
    calls === 0
      ? 'This version has made no calls yet, so there will be no rows in it. Show it first, with the filters you want to have in it.'
      : `Both come with the rows of ${calls === 1 ? 'the one call' : `the ${calls} calls`} that this interface has made so far, read anew now; a filter that nobody has set yet has none. Whoever gets the file gets these rows.`;
  return (
    <div className="text-sm text-pretty text-muted-foreground">
      <p>{sentence}</p>
      {left.length > 0 && (
        <details className="mt-1">
          <summary className="cursor-pointer">{left.length === 1 ? 'One call is left out' : `${left.length} calls are left out`}</summary>
          <ul className="mt-1 space-y-1">
            {left.map(({ what, why }) => (
              <li key={what}>
                <code className="font-mono text-xs break-all">{what}</code> {why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function savedInWords({ name, content, snapshot: { takenAt, calls, left } }: ExportedFile): string {
  const rows = calls === 0 ? 'without rows' : `rows as of ${new Date(takenAt).toLocaleTimeString([], { timeStyle: 'short' })}`;
  const without = left === 0 ? '' : left === 1 ? ' One call could not be answered and is left out.' : ` ${left} calls could not be answered and are left out.`;
  return `Saved ${name}: ${sizeInWords(content.size)}, ${rows}.${without}`;
}

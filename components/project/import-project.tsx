'use client';

import { type Ref, useImperativeHandle, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { type Imported, importProject } from '@/lib/client/projects';

/** The way back: a project's zip becomes this program's next version. */
export function ImportProject({ programId, onImported }: { programId: string; onImported(imported: Imported): void }) {
  const picker = useRef<ZipPickerHandle>(null);
  const [state, setState] = useState<ImportState>({ busy: false, failure: null });
  return (
    <section aria-labelledby="import-project" className="border-t pt-4">
      <div className="flex items-center gap-3 max-sm:flex-wrap">
        <div className="min-w-0 flex-1 max-sm:basis-full">
          <h3 id="import-project" className="text-sm font-medium">
            Bring it back
          </h3>
          <p className="text-sm text-pretty text-muted-foreground">The zip of this interface’s project, edited elsewhere, becomes a new version, checked like any other.</p>
        </div>
        <Button variant="outline" disabled={state.busy} onClick={() => picker.current?.choose()} className="shrink-0">
          {state.busy && <Spinner />} Import a project
        </Button>
      </div>
      {state.failure && (
        <p role="alert" className="mt-2 text-sm text-destructive">
          {state.failure}
        </p>
      )}
      <ZipPicker ref={picker} programId={programId} onState={setState} onImported={onImported} />
    </section>
  );
}

export type ImportState = { busy: boolean; failure: string | null };
export type ZipPickerHandle = { choose(): void };
type ZipPickerProps = { programId?: string; onState(state: ImportState): void; onImported(imported: Imported): void; ref?: Ref<ZipPickerHandle> };

/** Asks for a zip and sends it; says how that goes. */
export function ZipPicker({ programId, onState, onImported, ref }: ZipPickerProps) {
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => ({ choose: () => input.current?.click() }));
  const take = async (zip: File) => {
    onState({ busy: true, failure: null });
    try {
      onImported(await importProject(zip, programId));
      onState({ busy: false, failure: null });
    } catch (error) {
      onState({ busy: false, failure: `Nothing was imported. ${(error as Error).message}` });
    }
  };
  return (
    <input
      ref={input}
      type="file"
      accept=".zip,application/zip"
      className="sr-only"
      tabIndex={-1}
      aria-label="Project to import"
      onChange={(event) => {
        const [zip] = event.target.files ?? [];
        event.target.value = ''; // The same file may be chosen again.
        if (zip) void take(zip);
      }}
    />
  );
}

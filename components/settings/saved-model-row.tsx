'use client';

import { useState } from 'react';
import { notify, notifyFailure } from '@/components/shell/notify';
import { Button } from '@/components/ui/button';
import { removeModel, testModel } from '@/lib/client/models';
import type { ModelChoice } from '@/lib/model/choices';
import type { SavedModel } from '@/lib/model/saved';
import { ModelWrites, whyOf } from './model-writes';

/** A model that was connected here: try it, or forget it with its key. */
export function SavedModelRow({ model, label, choice, onChanged }: { model: SavedModel; label: string; choice: ModelChoice | undefined; onChanged(): void }) {
  const [testing, setTesting] = useState(false);
  const [result, setResult] = useState<{ ok: boolean; message: string } | null>(null);

  const test = async () => {
    setTesting(true);
    setResult(await testModel(model.id).catch((error: Error) => ({ ok: false, message: error.message })));
    setTesting(false);
  };
  const remove = () =>
    removeModel(model.id).then(
      () => {
        notify(`${label} and its key were removed.`);
        onChanged();
      },
      (error: Error) => notifyFailure(`${label} was not removed. ${error.message}`),
    );

  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-center gap-2">
        <div className="min-w-0 flex-1 basis-48">
          <p className="truncate text-sm font-medium">{label}</p>
          <p className="truncate text-xs text-muted-foreground">
            <span className="font-mono">{model.model}</span>
            {model.baseUrl && ` at ${model.baseUrl}`}
          </p>
          {choice?.writes && whyOf(choice.writes) && <p className="text-xs text-pretty text-muted-foreground">{whyOf(choice.writes)}</p>}
        </div>
        {choice?.writes && <ModelWrites model={choice} writes={choice.writes} onChanged={onChanged} />}
        <Button size="sm" variant="outline" onClick={test} disabled={testing}>
          {testing ? 'Asking…' : 'Test'}
        </Button>
        <Button size="sm" variant="ghost" onClick={remove} aria-label={`Remove ${label}`}>
          Remove
        </Button>
      </div>
      {result && (
        <p role="status" className={`mt-2 text-xs ${result.ok ? 'text-success' : 'text-destructive'}`}>
          {result.message}
        </p>
      )}
    </li>
  );
}

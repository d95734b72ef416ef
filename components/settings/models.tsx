'use client';

import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { ModelChoice } from '@/lib/model/choices';
import type { SavedModel } from '@/lib/model/saved';
import { AddModel } from './add-model';
import { ModelWrites, whyOf } from './model-writes';
import { SavedModelRow } from './saved-model-row';

const WHERE_FROM: Record<ModelChoice['source'], string> = {
  environment: 'Set in the environment',
  settings: 'Connected here',
  local: 'Found on this machine; used only when picked',
  'built-in': 'Rules, not a model: needs no key and no network',
};

/** What can write an interface, and the form that connects one more. */
export function Models(props: { models: ModelChoice[]; saved: SavedModel[]; onChanged(): void }) {
  const [adding, setAdding] = useState(false);
  return (
    <section aria-labelledby="models">
      <div className="mb-3 flex items-center gap-3">
        <h2 id="models" className="flex-1 text-sm font-medium text-muted-foreground">
          Models
        </h2>
        {!adding && (
          <Button size="sm" variant="outline" onClick={() => setAdding(true)}>
            <PlusIcon /> Connect a model
          </Button>
        )}
      </div>
      {adding && (
        <AddModel
          onCancel={() => setAdding(false)}
          onAdded={() => {
            setAdding(false);
            props.onChanged();
          }}
        />
      )}
      <ul className="case divide-y overflow-hidden">
        {props.saved.map((model) => (
          <SavedModelRow key={model.id} model={model} label={labelOf(props.models, model)} choice={props.models.find((choice) => choice.id === `saved:${model.id}`)} onChanged={props.onChanged} />
        ))}
        {props.models
          .filter((model) => model.source !== 'settings')
          .map((model) => (
            <li key={model.id} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-3">
              <div className="min-w-0 flex-1 basis-56">
                <p className="truncate text-sm font-medium">{model.label}</p>
                <p className="text-xs text-pretty text-muted-foreground">{[WHERE_FROM[model.source], model.writes && whyOf(model.writes)].filter(Boolean).join('. ')}</p>
              </div>
              {model.writes && <ModelWrites model={model} writes={model.writes} onChanged={props.onChanged} />}
            </li>
          ))}
      </ul>
    </section>
  );
}

function labelOf(choices: ModelChoice[], model: SavedModel): string {
  return choices.find((choice) => choice.id === `saved:${model.id}`)?.label ?? model.label ?? model.model;
}

'use client';

import { PlusIcon } from 'lucide-react';
import { useState } from 'react';
import { notify, notifyFailure } from '@/components/shell/notify';
import { Button } from '@/components/ui/button';
import { type KnownTerm, removeTerm } from '@/lib/client/terms';
import { WordForm } from './word-form';

/** What a team calls things: read by the composer in every prompt. */
export function Words({ terms, onChanged }: { terms: KnownTerm[]; onChanged(): void }) {
  const [adding, setAdding] = useState(false);
  const remove = (word: string) =>
    removeTerm(word).then(
      () => {
        notify(`“${word}” was forgotten.`);
        onChanged();
      },
      (error: Error) => notifyFailure(`“${word}” was not removed. ${error.message}`),
    );
  return (
    <section aria-labelledby="words">
      <div className="mb-3 flex items-center gap-3">
        <h2 id="words" className="flex-1 text-sm font-medium text-muted-foreground">
          What do you call this?
        </h2>
        {!adding && (
          <Button size="sm" variant="outline" onClick={() => setAdding(true)}>
            <PlusIcon /> Add a word
          </Button>
        )}
      </div>
      {adding && (
        <div className="case mb-3 p-4">
          <WordForm
            onCancel={() => setAdding(false)}
            onSaved={() => {
              setAdding(false);
              onChanged();
            }}
          />
        </div>
      )}
      {terms.length === 0 ? (
        !adding && <p className="case px-4 py-3 text-sm text-pretty text-muted-foreground">Words of your own for tables, columns, values and sums: “turnover” for quantity × unit price. The composer reads them in everybody’s prompts.</p>
      ) : (
        <ul className="case divide-y overflow-hidden">
          {terms.map(({ word, means, says }) => (
            <li key={word} className="flex items-center gap-3 px-4 py-3">
              <div className="min-w-0 flex-1">
                <p className="text-sm break-words">
                  <span className="font-medium">{word}</span> means {means}
                </p>
                <p className={`text-xs text-pretty break-words ${says ? 'text-muted-foreground' : 'text-destructive'}`}>{says ?? 'Nothing that is connected is called so any more, so it isn’t read.'}</p>
              </div>
              <Button size="sm" variant="ghost" onClick={() => void remove(word)} aria-label={`Remove ${word}`}>
                Remove
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

'use client';

import { useEffect, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { type KnownTerm, listTerms, saveTerm } from '@/lib/client/terms';

/** “turnover” means …: a word of one's own and what it stands for. With `word` only its meaning is asked. */
export function WordForm({ word, onSaved, onCancel }: { word?: string; onSaved(term: KnownTerm): void; onCancel?(): void }) {
  const id = useId();
  const [said, setSaid] = useState(word ?? '');
  const [means, setMeans] = useState('');
  const [meanings, setMeanings] = useState<string[]>([]);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  useEffect(() => {
    let gone = false;
    // Without suggestions it can be typed all the same.
    listTerms().then(({ meanings: all }) => gone || setMeanings(all), () => {});
    return () => {
      gone = true;
    };
  }, []);

  const save = async () => {
    setSaving(true);
    setProblem(null);
    await saveTerm({ word: said.trim(), means: means.trim() }).then(onSaved, (error: Error) => setProblem(error.message));
    setSaving(false);
  };

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      {word === undefined && (
        <div className="grid gap-1.5">
          <Label htmlFor={`${id}-word`}>Word</Label>
          <Input id={`${id}-word`} value={said} onChange={(event) => setSaid(event.target.value)} placeholder="turnover" maxLength={60} autoComplete="off" />
        </div>
      )}
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-means`}>{word === undefined ? 'Means' : `“${word}” means`}</Label>
        <Input id={`${id}-means`} list={`${id}-list`} value={means} onChange={(event) => setMeans(event.target.value)} placeholder="quantity × unit price" maxLength={200} autoComplete="off" aria-describedby={`${id}-help`} aria-invalid={problem !== null} />
        <datalist id={`${id}-list`}>
          {meanings.map((each) => (
            <option key={each} value={each} />
          ))}
        </datalist>
        <p id={`${id}-help`} className={`text-xs text-pretty ${problem ? 'text-destructive' : 'text-muted-foreground'}`} role={problem ? 'alert' : undefined}>
          {problem ?? 'A table, a column, a value, or a sum of two columns.'}
        </p>
      </div>
      <div className="flex gap-2">
        <Button type="submit" size="sm" disabled={saving || said.trim().length < 2 || means.trim() === ''}>
          {saving ? 'Saving…' : 'Remember it'}
        </Button>
        {onCancel && (
          <Button type="button" size="sm" variant="ghost" onClick={onCancel}>
            Cancel
          </Button>
        )}
      </div>
    </form>
  );
}

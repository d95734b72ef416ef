'use client';

import { useEffect, useId, useState } from 'react';
import { notifyFailure } from '@/components/shell/notify';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { Switch } from '@/components/ui/switch';
import { type ListedFunction, changeConnection, listFunctions } from '@/lib/client/connections';

/** Between two letters of a word nobody wants to see a list. */
const TYPING_MS = 150;

/** A connection's functions to look through, and the place to say that one only reads although its request looks otherwise. */
export function ConnectionFunctions({ id: connectionId, onChanged }: { id: string; onChanged(): void }) {
  const id = useId();
  const [query, setQuery] = useState('');
  const [functions, setFunctions] = useState<ListedFunction[] | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    let stale = false;
    const timer = setTimeout(() => {
      listFunctions(connectionId, query).then(
        (found) => !stale && (setFunctions(found), setFailure(null)),
        (error: Error) => !stale && setFailure(error.message),
      );
    }, TYPING_MS);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [connectionId, query]);

  const setEffect = async ({ name }: ListedFunction, effect: ListedFunction['effect']) => {
    const show = (shown: ListedFunction['effect']) => setFunctions((all) => all && all.map((one) => (one.name === name ? { ...one, effect: shown } : one)));
    show(effect);
    try {
      await changeConnection(connectionId, { effects: { [name]: effect } });
      onChanged();
    } catch (error) {
      show(effect === 'read' ? 'write' : 'read');
      notifyFailure(`What ${name} does was not changed. ${(error as Error).message}`);
    }
  };

  return (
    <div className="mt-3 grid gap-3 border-t pt-4">
      <div className="grid gap-1.5">
        <Label htmlFor={`${id}-query`}>Find a function</Label>
        <Input id={`${id}-query`} type="search" value={query} onChange={(event) => setQuery(event.target.value)} placeholder="search issues" spellCheck={false} />
        <p className="text-xs text-pretty text-muted-foreground">
          What each does outside is taken from what the connection says of itself. Correct it here where that is wrong: interfaces may call what only reads without asking you each time.
        </p>
      </div>
      {failure && (
        <p role="alert" className="text-sm text-destructive">
          The functions could not be listed. {failure}
        </p>
      )}
      {!functions && !failure && <div className="h-24 animate-pulse rounded-md bg-muted motion-reduce:animate-none" aria-hidden="true" />}
      {functions?.length === 0 && <p className="text-sm text-muted-foreground">None has all of these words.</p>}
      {functions && functions.length > 0 && (
        <ul className="max-h-80 divide-y overflow-y-auto rounded-md border" aria-label="Functions">
          {functions.map((one) => (
            <li key={one.name} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-3 py-2">
              <div className="min-w-0 flex-1 basis-56 text-xs">
                <p className="truncate font-mono" title={one.name}>
                  {one.name}
                </p>
                <p className="truncate text-muted-foreground" title={`${one.request}\n${one.summary}`}>
                  {one.summary || one.request}
                </p>
              </div>
              <Label className="text-xs font-normal text-muted-foreground">
                Changes things
                <Switch checked={one.effect === 'write'} onCheckedChange={(writes) => void setEffect(one, writes ? 'write' : 'read')} aria-label={`${one.name} changes things`} />
              </Label>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

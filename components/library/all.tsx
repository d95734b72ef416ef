'use client';

import { SearchIcon } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import { isTyping } from '@/components/shell/keys';
import { TopBar } from '@/components/shell/top-bar';
import { useShell } from '@/components/shell/use-shell';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import { type CardProgram, ProgramCard } from './program-card';

const CHOICES = [
  { id: 'all', label: 'All', none: 'Nothing was made here yet. Describe the first one on the home page.' },
  { id: 'mine', label: 'Mine', none: 'You have made none yet. Describe one on the home page.' },
  { id: 'team', label: 'Team', none: 'Nobody has opened one to the team yet.' },
  { id: 'favourites', label: 'Favourites', none: 'None yet. The star on an interface keeps it at hand.' },
  { id: 'linked', label: 'Shared by link', none: 'No link to any of them is open.' },
  { id: 'broken', label: 'Needs a repair', none: 'All of them fit their data.' },
] as const;
const SORTS = [
  { id: 'changed', label: 'Latest change' },
  { id: 'made', label: 'Newest' },
  { id: 'title', label: 'Title' },
] as const;
const NO_COMMANDS: never[] = [];
/** A word that is being typed is no question yet. */
const ASK_AFTER_MS = 200;

export type AllProps = { programs: CardProgram[]; asked: { which: string; sort: string; words: string }; limit: number };

/** Every interface that one may open, narrowed and ordered by the address. */
export function All({ programs, asked, limit }: AllProps) {
  const router = useRouter();
  const [words, setWords] = useState(asked.words);
  const [loading, start] = useTransition();
  const field = useRef<HTMLInputElement>(null);
  const shell = useShell(NO_COMMANDS);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const ask = (change: Partial<AllProps['asked']>) => {
    const next = { ...asked, words, ...change };
    const params = Object.entries(next).filter(([name, value]) => value !== '' && !(name === 'which' && value === 'all') && !(name === 'sort' && value === 'changed'));
    start(() => router.replace(`/all${params.length > 0 ? `?${new URLSearchParams(params)}` : ''}`));
  };
  const type = (text: string) => {
    setWords(text);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => ask({ words: text }), ASK_AFTER_MS);
  };

  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      field.current?.focus();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);

  const choice = CHOICES.find(({ id }) => id === asked.which) ?? CHOICES[0];
  return (
    <>
      <TopBar onMenu={() => shell.open('menu')} />
      <main className="mx-auto w-full max-w-5xl px-4 pt-8 pb-24">
        <h1 className="text-2xl font-semibold tracking-tight">All interfaces</h1>
        <div className="mt-6 flex flex-wrap items-center gap-3">
          <div className="relative min-w-0 flex-1 basis-64">
            <SearchIcon className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4 text-muted-foreground" aria-hidden />
            <Input ref={field} type="search" aria-label="Find an interface" placeholder="Title, prompt, table or author" value={words} onChange={(event) => type(event.target.value)} className="pl-9" />
          </div>
          <Select value={asked.sort} onValueChange={(sort) => ask({ sort })}>
            <SelectTrigger aria-label="Order" className="w-40">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              {SORTS.map(({ id, label }) => (
                <SelectItem key={id} value={id}>
                  {label}
                </SelectItem>
              ))}
            </SelectContent>
          </Select>
        </div>
        <div role="group" aria-label="Which" className="mt-3 flex flex-wrap gap-1">
          {CHOICES.map(({ id, label }) => (
            <Button key={id} variant={id === choice.id ? 'secondary' : 'ghost'} size="sm" aria-pressed={id === choice.id} onClick={() => ask({ which: id })}>
              {label}
            </Button>
          ))}
        </div>
        <p role="status" className="mt-6 mb-3 text-sm text-muted-foreground">
          {foundInWords(programs.length, limit)}
        </p>
        {programs.length === 0 ? (
          <p className="rounded-xl border border-dashed px-4 py-10 text-center text-sm text-pretty text-muted-foreground">
            {asked.words ? `Nothing has “${asked.words}” in its title, its prompts, its tables or its author’s name.` : choice.none}
          </p>
        ) : (
          <ul className="grid gap-4 transition-opacity data-[loading=true]:opacity-60 sm:grid-cols-2 lg:grid-cols-3" data-loading={loading}>
            {programs.map((program) => (
              <ProgramCard key={program.id} program={program} />
            ))}
          </ul>
        )}
      </main>
      {shell.dialogs}
    </>
  );
}

function foundInWords(count: number, limit: number): string {
  if (count >= limit) return `The first ${limit}. Search to find others.`;
  return count === 1 ? '1 interface' : `${count} interfaces`;
}

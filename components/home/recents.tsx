'use client';

import { EllipsisIcon, Trash2Icon } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { notify, notifyFailure } from '@/components/shell/notify';
import { Logo } from '@/components/shell/logo';
import { RelativeTime } from '@/components/shell/relative-time';
import { Button } from '@/components/ui/button';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { removeProgram } from '@/lib/client/api';

const ConfirmDialog = dynamic(() => import('@/components/shell/confirm-dialog').then((module) => module.ConfirmDialog), { ssr: false });

export type RecentProgram = { id: string; title: string; updatedAt: string; pictureAt: string | null; streaming: boolean; /** Whether who looks may delete it. */ mayRemove: boolean };

/** What was made lately, each in its own case. */
export function Recents({ programs, mayMake }: { programs: RecentProgram[]; /** Whether who looks makes interfaces here. */ mayMake: boolean }) {
  if (programs.length === 0) return mayMake ? <FirstTime /> : <NothingYet />;
  return (
    <section aria-labelledby="recents" className="mt-12">
      <h2 id="recents" className="mb-3 text-sm font-medium text-muted-foreground">
        Made lately
      </h2>
      <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
        {programs.map((program) => (
          <ProgramCard key={program.id} program={program} />
        ))}
      </ul>
    </section>
  );
}

const STEPS = [
  { title: 'Describe it', detail: 'In your own words: what to see, by what, with which filters.' },
  { title: 'Watch it being built', detail: 'It appears while it is written, with your rows in it.' },
  { title: 'Make it yours', detail: 'Ask for changes, go back to any version. It’s kept here.' },
];

/** What will stand here, for somebody who has made nothing yet. */
function FirstTime() {
  return (
    <ol className="mt-12 grid gap-4 sm:grid-cols-3" aria-label="How it works">
      {STEPS.map(({ title, detail }, index) => (
        <li key={title} className="rounded-xl border border-dashed p-4">
          <p className="text-sm font-medium">
            <span className="mr-2 text-muted-foreground tabular-nums">{index + 1}</span>
            {title}
          </p>
          <p className="mt-1 text-sm text-pretty text-muted-foreground">{detail}</p>
        </li>
      ))}
    </ol>
  );
}

/** What stands here for somebody who may look, before there is anything to look at. */
function NothingYet() {
  return <p className="mt-12 rounded-xl border border-dashed px-4 py-10 text-center text-sm text-pretty text-muted-foreground">Your team has nothing for you to open yet. What its members make and open to the team stands here.</p>;
}

function ProgramCard({ program }: { program: RecentProgram }) {
  const router = useRouter();
  const [gone, setGone] = useState(false);
  const [asking, setAsking] = useState(false);
  if (gone) return null;

  const remove = async () => {
    try {
      await removeProgram(program.id);
      setGone(true);
      notify(`“${program.title}” was deleted.`);
      router.refresh();
    } catch (error) {
      notifyFailure(`“${program.title}” was not deleted. ${(error as Error).message}`);
    }
  };

  return (
    <li className="group relative">
      <Link
        href={`/p/${program.id}`}
        className="case block overflow-hidden transition-colors outline-none hover:border-foreground/25 focus-visible:ring-2 focus-visible:ring-ring"
      >
        <div className="relative aspect-[16/10] overflow-hidden border-b bg-muted/30">
          {program.pictureAt ? (
            // A picture of the program as it last stood; next/image would only re-encode what is already small.
            <img src={`/api/programs/${program.id}/picture?at=${encodeURIComponent(program.pictureAt)}`} alt="" className="size-full object-cover object-top" loading="lazy" />
          ) : (
            <Logo className="absolute inset-0 m-auto size-8 text-muted-foreground/40" />
          )}
          <div className="case-light" data-on={program.streaming} />
        </div>
        <div className={program.mayRemove ? 'flex items-baseline gap-3 p-3 pr-11' : 'flex items-baseline gap-3 p-3'}>
          <span className="min-w-0 flex-1 truncate text-sm font-medium">{program.title}</span>
          <RelativeTime iso={program.updatedAt} className="shrink-0 text-xs text-muted-foreground" />
        </div>
      </Link>
      {program.mayRemove && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="icon" className="absolute right-1.5 bottom-1.5 size-8" aria-label={`More about ${program.title}`}>
              <EllipsisIcon />
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end">
            <DropdownMenuItem variant="destructive" onSelect={() => setAsking(true)}>
              <Trash2Icon /> Delete
            </DropdownMenuItem>
          </DropdownMenuContent>
        </DropdownMenu>
      )}
      {asking && (
        <ConfirmDialog
          title={`Delete “${program.title}”?`}
          detail="Its versions and its conversation go with it; what it called stays in the ledger. This can’t be undone."
          action="Delete"
          onConfirm={() => void remove()}
          onClose={() => setAsking(false)}
        />
      )}
    </li>
  );
}

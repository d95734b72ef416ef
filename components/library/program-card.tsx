'use client';

import { EllipsisIcon, StarIcon, Trash2Icon, TriangleAlertIcon } from 'lucide-react';
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
import { setFavourite } from '@/lib/client/library';

const ConfirmDialog = dynamic(() => import('@/components/shell/confirm-dialog').then((module) => module.ConfirmDialog), { ssr: false });

export type CardProgram = {
  id: string;
  title: string;
  updatedAt: string;
  pictureAt: string | null;
  streaming: boolean;
  isFavourite: boolean;
  isBroken: boolean;
  author: string | null;
  /** Made by who looks. */
  isTheirs: boolean;
  /** Whether who looks may delete it. */
  mayRemove: boolean;
};

/** A program in its case, as it looked last. */
export function ProgramCard({ program }: { program: CardProgram }) {
  const router = useRouter();
  const [gone, setGone] = useState(false);
  const [asking, setAsking] = useState(false);
  const [isFavourite, setIsFavourite] = useState(program.isFavourite);
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
  const star = async () => {
    setIsFavourite(!isFavourite);
    try {
      await setFavourite(program.id, !isFavourite);
      router.refresh();
    } catch (error) {
      setIsFavourite(isFavourite);
      notifyFailure(`Your favourites were not changed. ${(error as Error).message}`);
    }
  };

  return (
    <li className="group relative min-w-0">
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
        <div className="p-3 pr-20">
          <p className="truncate text-sm font-medium">{program.title}</p>
          <p className="mt-0.5 flex gap-2 text-xs text-muted-foreground">
            {program.isBroken && (
              <span className="flex shrink-0 items-center gap-1 text-foreground">
                <TriangleAlertIcon className="size-3.5 text-warning" aria-hidden /> Needs a repair
              </span>
            )}
            {program.author && !program.isTheirs && <span className="min-w-0 truncate">{program.author}</span>}
            <RelativeTime iso={program.updatedAt} className="shrink-0" />
          </p>
        </div>
      </Link>
      <div className="absolute right-1.5 bottom-3 flex">
        <Button variant="ghost" size="icon" className="size-8 text-muted-foreground aria-pressed:text-foreground" aria-pressed={isFavourite} aria-label={`Favourite: ${program.title}`} onClick={() => void star()}>
          <StarIcon className={isFavourite ? 'fill-current' : undefined} />
        </Button>
        {program.mayRemove && (
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button variant="ghost" size="icon" className="size-8" aria-label={`More about ${program.title}`}>
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
      </div>
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

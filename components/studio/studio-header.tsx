'use client';

import { CommandIcon, DownloadIcon, EllipsisIcon, GitForkIcon, PinIcon, PinOffIcon, Share2Icon, StarIcon, Undo2Icon } from 'lucide-react';
import Link from 'next/link';
import { type Lineage, LineageNote } from '@/components/library/lineage';
import { Logo } from '@/components/shell/logo';
import { useLeave } from '@/components/shell/leave';
import { PersonButton } from '@/components/shell/person-button';
import { ThemeButton } from '@/components/shell/theme-button';
import { Button } from '@/components/ui/button';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuShortcut, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { covers } from '@/lib/program/leaves';
import { Title } from './title';

export type StudioHeaderProps = {
  program: { id: string; title: string };
  onUndo?: () => void;
  onShare(): void;
  /** Absent while there is no version. */
  onExport?: () => void;
  /** Absent where there is nothing to remix, or who looks makes no interfaces in this team. */
  onRemix?: () => void;
  lineage: Lineage;
  isFavourite: boolean;
  onFavourite(): void;
  isPinned: boolean;
  /** Absent where it isn't theirs to pin. */
  onPin?: () => void;
  onMenu(): void;
};

export function StudioHeader(props: StudioHeaderProps) {
  const { program, onUndo, onShare, onExport, onMenu } = props;
  const mayChange = covers(useLeave(), 'change');
  return (
    <header className="flex h-13 shrink-0 items-center gap-1 px-3">
      <Link href="/" aria-label="Home" className="rounded-md p-1.5 outline-none focus-visible:ring-2 focus-visible:ring-ring">
        <Logo className="size-6" />
      </Link>
      <Title key={program.title} programId={program.id} title={program.title} />
      <div className="min-w-0 max-lg:hidden">
        <LineageNote lineage={props.lineage} />
      </div>
      {mayChange && (
        <Button variant="ghost" size="icon" onClick={onUndo} disabled={!onUndo} aria-label="Undo the last change" title="Undo the last change">
          <Undo2Icon />
        </Button>
      )}
      <Button
        variant="ghost"
        size="icon"
        onClick={props.onFavourite}
        aria-pressed={props.isFavourite}
        aria-label="Favourite"
        title={props.isFavourite ? 'Take from your favourites (F)' : 'Add to your favourites (F)'}
        className="max-sm:hidden"
      >
        <StarIcon className={props.isFavourite ? 'fill-current' : undefined} />
      </Button>
      <Button variant="ghost" size="icon" onClick={onExport} disabled={!onExport} aria-label="Export" title="Export (E)" className="max-sm:hidden">
        <DownloadIcon />
      </Button>
      <Button variant="ghost" onClick={onShare} title="Share (S)" className="max-sm:size-9 max-sm:px-0">
        <Share2Icon />
        <span className="max-sm:sr-only">Share</span>
      </Button>
      <More {...props} />
      <Button variant="ghost" size="icon" onClick={onMenu} aria-label="Command menu (Ctrl+K)" title="Command menu (Ctrl+K)" className="max-sm:hidden">
        <CommandIcon />
      </Button>
      <ThemeButton className="max-sm:hidden" />
      <PersonButton className="max-sm:hidden" />
    </header>
  );
}

/** What is wanted now and then; on a phone also what has no room beside the title. */
function More({ onRemix, onExport, onPin, isPinned, isFavourite, onFavourite, lineage }: StudioHeaderProps) {
  return (
    <DropdownMenu>
      <DropdownMenuTrigger asChild>
        <Button variant="ghost" size="icon" aria-label="More" title="More">
          <EllipsisIcon />
        </Button>
      </DropdownMenuTrigger>
      <DropdownMenuContent align="end" className="w-60">
        <DropdownMenuItem disabled={!onRemix} onSelect={onRemix}>
          <GitForkIcon /> Remix <DropdownMenuShortcut>R</DropdownMenuShortcut>
        </DropdownMenuItem>
        {onPin && (
          <DropdownMenuItem onSelect={onPin}>
            {isPinned ? <PinOffIcon /> : <PinIcon />} {isPinned ? 'Take from the home page' : 'Pin to the home page'} <DropdownMenuShortcut>P</DropdownMenuShortcut>
          </DropdownMenuItem>
        )}
        <DropdownMenuItem onSelect={onFavourite}>
          <StarIcon className={isFavourite ? 'fill-current' : undefined} /> {isFavourite ? 'Take from favourites' : 'Add to favourites'} <DropdownMenuShortcut>F</DropdownMenuShortcut>
        </DropdownMenuItem>
        <DropdownMenuItem disabled={!onExport} onSelect={onExport}>
          <DownloadIcon /> Export <DropdownMenuShortcut>E</DropdownMenuShortcut>
        </DropdownMenuItem>
        {lineage.origin?.id && (
          <DropdownMenuItem asChild className="lg:hidden">
            <Link href={`/p/${lineage.origin.id}`}>
              <span className="truncate">Remix of {lineage.origin.title}</span>
            </Link>
          </DropdownMenuItem>
        )}
        {lineage.remixes.map(({ id, title }) => (
          <DropdownMenuItem key={id} asChild className="lg:hidden">
            <Link href={`/p/${id}`}>
              <span className="truncate">Its remix {title}</span>
            </Link>
          </DropdownMenuItem>
        ))}
      </DropdownMenuContent>
    </DropdownMenu>
  );
}

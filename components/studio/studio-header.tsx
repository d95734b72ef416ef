'use client';

import { CommandIcon, DownloadIcon, Share2Icon, Undo2Icon } from 'lucide-react';
import Link from 'next/link';
import { Logo } from '@/components/shell/logo';
import { useLeave } from '@/components/shell/leave';
import { PersonButton } from '@/components/shell/person-button';
import { ThemeButton } from '@/components/shell/theme-button';
import { Button } from '@/components/ui/button';
import { ToggleGroup, ToggleGroupItem } from '@/components/ui/toggle-group';
import { covers } from '@/lib/program/leaves';
import { Title } from './title';

export type StudioHeaderProps = {
  program: { id: string; title: string };
  onUndo?: () => void;
  onShare(): void;
  /** Absent while there is no version. */
  onExport?: () => void;
  onMenu(): void;
  /** On a phone: which of the two is on the screen. */
  side?: 'interface' | 'conversation';
  onSide(side: 'interface' | 'conversation'): void;
};

export function StudioHeader({ program, onUndo, onShare, onExport, onMenu, side, onSide }: StudioHeaderProps) {
  const mayChange = covers(useLeave(), 'change');
  return (
    <header className="flex h-13 shrink-0 items-center gap-1 px-3">
      <Link href="/" aria-label="Home" className="rounded-md p-1.5 outline-none focus-visible:ring-2 focus-visible:ring-ring">
        <Logo className="size-6" />
      </Link>
      <Title key={program.title} programId={program.id} title={program.title} />
      {side && (
        <ToggleGroup type="single" size="sm" variant="outline" value={side} onValueChange={(value) => value && onSide(value as typeof side)} aria-label="What is on the screen">
          <ToggleGroupItem value="interface">Interface</ToggleGroupItem>
          <ToggleGroupItem value="conversation">Talk</ToggleGroupItem>
        </ToggleGroup>
      )}
      {mayChange && (
        <Button variant="ghost" size="icon" onClick={onUndo} disabled={!onUndo} aria-label="Undo the last change" title="Undo the last change">
          <Undo2Icon />
        </Button>
      )}
      <Button variant="ghost" size="icon" onClick={onExport} disabled={!onExport} aria-label="Export" title="Export (E)">
        <DownloadIcon />
      </Button>
      <Button variant="ghost" onClick={onShare} title="Share (S)" className="max-sm:size-9 max-sm:px-0">
        <Share2Icon />
        <span className="max-sm:sr-only">Share</span>
      </Button>
      <Button variant="ghost" size="icon" onClick={onMenu} aria-label="Command menu (Ctrl+K)" title="Command menu (Ctrl+K)" className="max-sm:hidden">
        <CommandIcon />
      </Button>
      <ThemeButton className="max-sm:hidden" />
      <PersonButton className="max-sm:hidden" />
    </header>
  );
}

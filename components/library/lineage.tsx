'use client';

import { GitForkIcon } from 'lucide-react';
import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';

export type Lineage = { origin: { id: string | null; title: string | null } | null; remixes: { id: string; title: string }[] };

/** Where a program comes from and what became of it, as far as its viewer may know. */
export function LineageNote({ lineage: { origin, remixes } }: { lineage: Lineage }) {
  if (!origin && remixes.length === 0) return null;
  return (
    <div className="flex min-w-0 shrink items-center gap-1 text-xs text-muted-foreground">
      {origin && (
        <p className="flex min-w-0 items-center gap-1.5">
          <GitForkIcon className="size-3.5 shrink-0" aria-hidden />
          <span className="max-w-64 truncate">
            Remix of{' '}
            {origin.id ? (
              <Link href={`/p/${origin.id}`} className="rounded underline-offset-2 outline-none hover:text-foreground hover:underline focus-visible:ring-2 focus-visible:ring-ring">
                {origin.title}
              </Link>
            ) : (
              (origin.title ?? 'another interface')
            )}
          </span>
        </p>
      )}
      {remixes.length > 0 && (
        <DropdownMenu>
          <DropdownMenuTrigger asChild>
            <Button variant="ghost" size="sm" className="text-xs text-muted-foreground">
              {remixes.length === 1 ? '1 remix' : `${remixes.length} remixes`}
            </Button>
          </DropdownMenuTrigger>
          <DropdownMenuContent align="end" className="max-h-80 max-w-72 overflow-y-auto">
            {remixes.map(({ id, title }) => (
              <DropdownMenuItem key={id} asChild>
                <Link href={`/p/${id}`}>
                  <span className="truncate">{title}</span>
                </Link>
              </DropdownMenuItem>
            ))}
          </DropdownMenuContent>
        </DropdownMenu>
      )}
    </div>
  );
}

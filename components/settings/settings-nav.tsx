'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { useWaiting } from '@/components/approvals/use-waiting';
import { useStanding } from '@/components/shell/standing';
import { cn } from '@/components/ui/cn';
import { settingsPagesFor } from './settings-pages';

const WAITING = '/settings/waiting';

/** The way between the pages of settings: those that the viewer may see. Where there is no room for all, it's scrolled. */
export function SettingsNav() {
  const standing = useStanding();
  const pages = settingsPagesFor(standing);
  const { waiting } = useWaiting(pages.some((page) => page.path === WAITING));
  const path = usePathname();
  const nav = useRef<HTMLElement>(null);
  const here = useRef<HTMLAnchorElement>(null);
  useEffect(() => {
    // Sideways alone: the page itself may have been asked for another part of it.
    if (nav.current && here.current) nav.current.scrollLeft = here.current.offsetLeft + here.current.offsetWidth / 2 - nav.current.clientWidth / 2;
  }, [path]);
  if (pages.length < 2) return null;
  return (
    <nav ref={nav} aria-label="Settings" className="relative -mx-4 overflow-x-auto px-4 [scrollbar-width:none]">
      <ul className="flex w-max min-w-full gap-1 border-b">
        {pages.map(({ path: to, title }) => (
          <li key={to}>
            <Link
              ref={to === path ? here : undefined}
              href={to}
              aria-current={to === path ? 'page' : undefined}
              className={cn(
                '-mb-px flex min-h-10 items-center gap-1.5 rounded-t-md border-b-2 border-transparent px-2.5 text-sm whitespace-nowrap text-muted-foreground outline-none hover:text-foreground focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset',
                to === path && 'border-foreground font-medium text-foreground',
              )}
            >
              {title}
              {to === WAITING && waiting !== null && waiting.length > 0 && (
                <span className="rounded-full bg-primary px-1.5 text-xs text-primary-foreground tabular-nums">
                  <span aria-hidden="true">{waiting.length}</span>
                  <span className="sr-only">: {waiting.length === 1 ? '1 change' : `${waiting.length} changes`}</span>
                </span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

'use client';

import { TriangleAlertIcon } from 'lucide-react';
import Link from 'next/link';
import { RelativeTime } from '@/components/shell/relative-time';

/** Programs that a change of their data broke: told to whose they are and to admins, where they come by anyway. */
export function Attention({ programs }: { programs: { id: string; title: string; updatedAt: string }[] }) {
  return (
    <section aria-labelledby="attention" className="mt-8 mb-8 rounded-xl border bg-warning/5 p-4">
      <h2 id="attention" className="flex items-center gap-2 text-sm font-medium">
        <TriangleAlertIcon className="size-4 text-warning" aria-hidden />
        {programs.length === 1 ? 'One interface doesn’t fit its data any more' : `${programs.length} interfaces don’t fit their data any more`}
      </h2>
      <ul className="mt-2 flex flex-col">
        {programs.map(({ id, title, updatedAt }) => (
          <li key={id}>
            <Link href={`/p/${id}`} className="flex min-w-0 items-baseline gap-3 rounded-md px-1 py-1.5 text-sm outline-none hover:underline focus-visible:ring-2 focus-visible:ring-ring">
              <span className="min-w-0 flex-1 truncate">{title}</span>
              <span className="shrink-0 text-xs text-muted-foreground">
                Changed <RelativeTime iso={updatedAt} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

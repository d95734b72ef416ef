'use client';

import { formatDistanceToNowStrict } from 'date-fns/formatDistanceToNowStrict'; // All of date-fns takes Node two seconds to load.
import { useEffect, useState } from 'react';

const REFRESH_MS = 30_000;

/** "3 minutes ago", "in 2 days", with the exact time on hover. The server can't know the reader's clock, so it says the date. */
export function RelativeTime({ iso, className }: { iso: string; className?: string }) {
  const [words, setWords] = useState(() => iso.slice(0, 10));
  useEffect(() => {
    const say = () => setWords(inWords(iso));
    say();
    const timer = setInterval(say, REFRESH_MS);
    return () => clearInterval(timer);
  }, [iso]);
  return (
    <time dateTime={iso} title={new Date(iso).toLocaleString()} className={className} suppressHydrationWarning>
      {words}
    </time>
  );
}

function inWords(iso: string): string {
  const age = Date.now() - Date.parse(iso);
  return Math.abs(age) < 45_000 ? 'just now' : formatDistanceToNowStrict(new Date(iso), { addSuffix: true });
}

'use client';

import { useEffect, useRef } from 'react';

/** What npm and Vite print; its end stays in sight until somebody scrolls up. */
export function Output({ text }: { text: string }) {
  const element = useRef<HTMLPreElement>(null);
  const follows = useRef(true);
  useEffect(() => {
    const { current } = element;
    if (current && follows.current) current.scrollTop = current.scrollHeight;
  }, [text]);
  return (
    <pre
      ref={element}
      tabIndex={0}
      aria-label="Output"
      onScroll={({ currentTarget: { scrollHeight, scrollTop, clientHeight } }) => void (follows.current = scrollHeight - scrollTop - clientHeight < 24)}
      className="h-full overflow-auto p-3 font-mono text-xs leading-relaxed break-words whitespace-pre-wrap outline-none focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset"
    >
      {text}
    </pre>
  );
}

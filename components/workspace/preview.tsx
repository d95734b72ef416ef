'use client';

import { useEffect, useRef } from 'react';
import { PreviewBridge, type PreviewEvents } from '@/lib/sandbox/preview-bridge';

/** The project as it runs: another origin's page, which may do nothing here but ask for rows over the bridge. */
export function Preview({ url, title, onCalls, onBreach }: { url: string; title: string } & PreviewEvents) {
  const frame = useRef<HTMLIFrameElement>(null);
  const events = useRef({ onCalls, onBreach });
  useEffect(() => {
    events.current = { onCalls, onBreach };
  });
  useEffect(() => {
    const bridge = new PreviewBridge(frame.current!, new URL(url).origin, {
      onCalls: (...call) => events.current.onCalls(...call),
      onBreach: (why) => events.current.onBreach(why),
    });
    // It's loaded only once it is heard.
    frame.current!.src = url;
    return () => bridge.close();
  }, [url]);
  // Its own origin is another one than ours, and it needs to have it: what serves it there is a service worker.
  return <iframe ref={frame} title={`${title} (project)`} sandbox="allow-scripts allow-same-origin allow-forms" allow="" referrerPolicy="no-referrer" className="size-full border-0 bg-background" />;
}

'use client';

import { Button } from '@/components/ui/button';

/** What a page shows when it could not be made. What was kept is still there: nothing is written by opening a page. */
export default function PageError({ retry }: { error: Error; retry(): void }) {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div role="alert" className="max-w-sm text-center">
        <h1 className="text-lg font-semibold">This page could not be opened</h1>
        <p className="mt-2 mb-6 text-sm text-muted-foreground">Nothing was lost. The server’s log says what went wrong.</p>
        <Button onClick={() => retry()}>Try again</Button>
      </div>
    </main>
  );
}

'use client';

import { useListens } from '@/components/shell/use-listens';
import { Button } from '@/components/ui/button';

/** Before anything is loaded: what this is, from where it comes, and what it's no wall against. */
export function Begin({ programId, message, onStart }: { programId: string; message: string | null; onStart(): void }) {
  const listens = useListens();
  return (
    <main className="grid min-h-0 flex-1 place-items-center overflow-y-auto p-6">
      <div className="w-full max-w-md">
        <h1 className="text-lg font-semibold">Open as a project</h1>
        <p className="mt-2 text-sm text-pretty text-muted-foreground">
          The interface’s project, with npm, Vite and a preview, in this browser. What you edit rebuilds at once; <code className="font-mono text-xs">ui.tsx</code> and <code className="font-mono text-xs">data.ts</code> can be kept as a version.
        </p>
        <ul className="mt-4 list-disc space-y-1.5 pl-5 text-sm text-pretty text-muted-foreground">
          <li>It runs in WebContainer, whose runtime is loaded from its vendor’s host, stackblitz.com. Packages come from npm.</li>
          <li>It asks for rows like the interface does, and gets no key. But unlike the interface, it may reach the network: code in it, packages among them, could send on what it reads.</li>
        </ul>
        {message && (
          <p role="alert" className="mt-4 text-sm text-destructive">
            {message}
          </p>
        )}
        <div className="mt-6 flex flex-wrap gap-2">
          <Button disabled={!listens} onClick={onStart}>
            Start
          </Button>
          <Button variant="ghost" asChild>
            <a href={`/p/${programId}`}>Back to the interface</a>
          </Button>
        </div>
      </div>
    </main>
  );
}

'use client';

import { useId, useState } from 'react';
import { notifyFailure } from '@/components/shell/notify';
import { useListens } from '@/components/shell/use-listens';
import { Switch } from '@/components/ui/switch';
import { allowWorkspaces } from '@/lib/client/projects';

/** Whether interfaces may be opened as a project in the browser; `fixed` where the environment says so. */
export function Workspaces({ on: first, fixed }: { on: boolean; fixed: boolean }) {
  const id = useId();
  const listens = useListens();
  const [on, setOn] = useState(first);
  const change = (next: boolean) => {
    setOn(next);
    allowWorkspaces(next).catch((error: Error) => {
      setOn(!next);
      notifyFailure(`Nothing was changed. ${error.message}`);
    });
  };
  return (
    <section aria-labelledby="projects" className="scroll-mt-8">
      <h2 id="projects" className="mb-1 text-sm font-medium text-muted-foreground">
        Projects in the browser
      </h2>
      <p className="mb-3 text-sm text-pretty text-muted-foreground">Owners of an interface can open it as a project, with npm, Vite and an editor. It runs in WebContainer by StackBlitz.</p>
      <div className="case flex items-start gap-3 px-4 py-3">
        <div className="min-w-0 flex-1">
          <label htmlFor={id} className="text-sm font-medium">
            Open as a project
          </label>
          <p id={`${id}-terms`} className="mt-0.5 text-xs text-pretty text-muted-foreground">
            Its runtime isn’t part of Vitrine: each browser loads it from the vendor’s host, stackblitz.com, under the vendor’s terms. Commercial use in production needs a licence of StackBlitz’s. What runs there may reach the network.
            {fixed && ' Turned on by WEBCONTAINER in the environment.'}
          </p>
        </div>
        <Switch id={id} checked={on} disabled={fixed || !listens} onCheckedChange={change} aria-describedby={`${id}-terms`} />
      </div>
    </section>
  );
}

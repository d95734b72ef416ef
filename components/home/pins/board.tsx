'use client';

import { LayoutGridIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { PinBoard } from '@/lib/client/library';
import { PinCard } from './pin-card';

const Arrange = dynamic(() => import('./arrange').then((module) => module.Arrange), { ssr: false });

/** What the team's admins put on its home, alive and small. */
export function Board({ board: initial, mayArrange }: { board: PinBoard; mayArrange: boolean }) {
  const [board, setBoard] = useState(initial);
  const [arranging, setArranging] = useState(false);
  const [from, setFrom] = useState(initial);
  if (from !== initial) {
    setFrom(initial);
    setBoard(initial);
  }
  return (
    <section aria-labelledby="pins" className="mt-4">
      <div className="mb-3 flex min-h-8 items-center gap-3">
        <h2 id="pins" className="flex-1 text-sm font-medium text-muted-foreground">
          Pinned
        </h2>
        {mayArrange && (
          <Button variant="ghost" size="sm" className="text-muted-foreground" aria-pressed={arranging} onClick={() => setArranging(!arranging)}>
            <LayoutGridIcon /> {arranging ? 'Done' : 'Arrange'}
          </Button>
        )}
      </div>
      {arranging ? (
        <Arrange board={board} onChange={setBoard} />
      ) : (
        <div className="flex flex-col gap-6">
          {board
            .filter(({ pins }) => pins.length > 0)
            .map((section) => (
              <div key={section.id ?? ''}>
                {section.title && <h3 className="mb-3 truncate text-base font-medium">{section.title}</h3>}
                <ul className="grid grid-flow-dense gap-4 sm:grid-cols-2 lg:grid-cols-3">
                  {section.pins.map((pin) => (
                    <PinCard key={pin.id} pin={pin} isRunning />
                  ))}
                </ul>
              </div>
            ))}
        </div>
      )}
    </section>
  );
}

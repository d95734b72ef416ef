'use client';

import { Dialog, DialogContent, DialogDescription, DialogHeader, DialogTitle } from '@/components/ui/dialog';
import { KEYS } from './keys';

export function KeysDialog({ open, onOpenChange }: { open: boolean; onOpenChange(open: boolean): void }) {
  return (
    <Dialog open={open} onOpenChange={onOpenChange}>
      <DialogContent>
        <DialogHeader>
          <DialogTitle>Keys</DialogTitle>
          <DialogDescription>Everything can be done without a mouse.</DialogDescription>
        </DialogHeader>
        <dl className="grid grid-cols-[1fr_auto] items-center gap-x-6 gap-y-2 text-sm">
          {KEYS.map((key) => (
            <div key={key.does} className="contents">
              <dt>
                {key.does}
                {key.where !== 'everywhere' && <span className="text-muted-foreground"> · {key.where}</span>}
              </dt>
              <dd className="flex gap-1">
                {key.keys.map((one) => (
                  <kbd key={one} className="rounded border bg-muted px-1.5 py-0.5 font-mono text-xs">
                    {one}
                  </kbd>
                ))}
              </dd>
            </div>
          ))}
        </dl>
      </DialogContent>
    </Dialog>
  );
}

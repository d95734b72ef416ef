'use client';

import { AppWindowIcon } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { Empty } from '@/components/ui/empty';

type NothingBuiltProps = {
  /** Prompts that work. */
  examples: readonly string[];
  /** Absent for who may not change it. */
  onSend?: (prompt: string) => void;
};

/** Where the interface would be, as long as no reply made one. */
export function NothingBuilt({ examples, onSend }: NothingBuiltProps) {
  const offered = onSend ? examples : [];
  return (
    <Empty
      className="absolute inset-0 bg-background"
      icon={<AppWindowIcon />}
      title="Nothing is built yet"
      description={offered.length > 0 ? 'The conversation says why. These would work:' : 'The conversation says why.'}
      action={offered.map((example) => (
        <Button key={example} variant="outline" className="h-auto min-h-9 max-w-full py-1.5 font-normal whitespace-normal" onClick={() => onSend?.(example)}>
          {example}
        </Button>
      ))}
    />
  );
}

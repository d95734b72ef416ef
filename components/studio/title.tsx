'use client';

import { type FormEvent, useEffect, useState } from 'react';
import { useLeave } from '@/components/shell/leave';
import { notifyFailure } from '@/components/shell/notify';
import { renameProgram } from '@/lib/client/api';
import { covers } from '@/lib/program/leaves';

/** UTF-16 units of a program’s name: two lines of a card. */
const MAX_TITLE_LENGTH = 120;

/** The program's name, edited in place: Enter or leaving keeps it, Esc doesn't. */
export function Title({ programId, title: initial }: { programId: string; title: string }) {
  const [saved, setSaved] = useState(initial);
  const [text, setText] = useState(initial);
  const mayChange = covers(useLeave(), 'change');
  useEffect(() => {
    document.title = `${saved} · Vitrine`;
  }, [saved]);
  if (!mayChange) return <h1 className="min-w-0 flex-1 truncate px-2 font-medium">{initial}</h1>;

  const keep = async (event?: FormEvent) => {
    event?.preventDefault();
    const title = text.trim();
    if (!title || title === saved) return setText(saved);
    try {
      setSaved((await renameProgram(programId, title)).title);
    } catch (error) {
      setText(saved);
      notifyFailure(`The title was not changed. ${(error as Error).message}`);
    }
  };

  return (
    <form onSubmit={keep} className="min-w-0 flex-1">
      <input
        aria-label="Title"
        value={text}
        maxLength={MAX_TITLE_LENGTH}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void keep()}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.stopPropagation();
          setText(saved);
          requestAnimationFrame(() => (event.target as HTMLInputElement).blur());
        }}
        className="w-full max-w-xl truncate rounded-md border border-transparent bg-transparent px-2 py-1 font-medium outline-none hover:border-border focus:border-ring"
      />
    </form>
  );
}

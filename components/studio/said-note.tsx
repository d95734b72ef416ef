'use client';

import { ChevronDownIcon } from 'lucide-react';
import { useState } from 'react';
import { WordForm } from '@/components/settings/word-form';
import { Button } from '@/components/ui/button';
import { DropdownMenu, DropdownMenuContent, DropdownMenuRadioGroup, DropdownMenuRadioItem, DropdownMenuTrigger } from '@/components/ui/dropdown-menu';
import { Popover, PopoverContent, PopoverTrigger } from '@/components/ui/popover';
import type { ReplyData } from '@/lib/model/messages';

type SaidNoteProps = {
  said: ReplyData['said'];
  /** Sends a prompt in the person's name; absent where this is no longer the conversation's end. */
  onSend?: (prompt: string) => void;
  /** Says the prompt that this answers once more. */
  onAgain?: () => void;
};

/** What it is already: choosing it asks for nothing. */
const NOW = '';

/** What was decided without being told, to be changed with a click; words that mean nothing here; prompts that work. */
export function SaidNote({ said: { chips, unread, taken, examples }, onSend, onAgain }: SaidNoteProps) {
  return (
    <div className="flex flex-col gap-2.5">
      {onSend && chips.length > 0 && (
        <ul className="flex flex-wrap items-center gap-1.5" aria-label={chips[0]?.of ? `What was decided for “${chips[0].of}”` : 'What was decided'}>
          {chips[0]?.of && <li className="text-xs text-muted-foreground" aria-hidden="true">{chips[0].of}:</li>}
          {chips.map((chip) => (
            <li key={chip.label}>
              <DropdownMenu>
                <DropdownMenuTrigger asChild>
                  <Button size="sm" variant="outline" className="h-7 gap-1 rounded-full px-2.5 text-xs font-normal" aria-label={`${chip.label}: change`}>
                    {chip.label} <ChevronDownIcon className="size-3 text-muted-foreground" aria-hidden="true" />
                  </Button>
                </DropdownMenuTrigger>
                <DropdownMenuContent align="start">
                  <DropdownMenuRadioGroup value={NOW} onValueChange={(prompt) => prompt !== NOW && onSend(prompt)}>
                    <DropdownMenuRadioItem value={NOW}>{chip.label}</DropdownMenuRadioItem>
                    {chip.choices.map(({ label, prompt }) => (
                      <DropdownMenuRadioItem key={label} value={prompt}>
                        {label}
                      </DropdownMenuRadioItem>
                    ))}
                  </DropdownMenuRadioGroup>
                </DropdownMenuContent>
              </DropdownMenu>
            </li>
          ))}
        </ul>
      )}
      {unread.length > 0 && <Words label="Not understood" words={unread} onAgain={onAgain} />}
      {taken.length > 0 && <Words label="Guessed" words={taken} onAgain={onAgain} />}
      {onSend && examples.length > 0 && (
        <ul className="flex flex-col items-start gap-1.5" aria-label="Prompts that work">
          {examples.map((example) => (
            <li key={example}>
              <Button size="sm" variant="outline" className="h-auto min-h-7 py-1 text-left text-xs font-normal whitespace-normal" onClick={() => onSend(example)}>
                {example}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function Words({ label, words, onAgain }: { label: string; words: string[]; onAgain?: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-1.5 text-xs">
      <span className="text-muted-foreground">{label}:</span>
      {words.map((word) => (
        <WordChip key={word} word={word} onAgain={onAgain} />
      ))}
    </div>
  );
}

/** A word, to be told what it means. */
function WordChip({ word, onAgain }: { word: string; onAgain?: () => void }) {
  const [open, setOpen] = useState(false);
  const [says, setSays] = useState<string | null>(null);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger asChild>
        <Button size="sm" variant="outline" className="h-7 rounded-full border-dashed px-2.5 text-xs font-normal" aria-label={`Say what “${word}” means`}>
          “{word}”
        </Button>
      </PopoverTrigger>
      <PopoverContent align="start" className="w-72">
        {says ? (
          <div className="flex flex-col items-start gap-2 text-sm">
            <p role="status">{says}</p>
            {onAgain && (
              <Button
                size="sm"
                onClick={() => {
                  setOpen(false);
                  onAgain();
                }}
              >
                Build it again with that
              </Button>
            )}
          </div>
        ) : (
          <WordForm word={word} onSaved={(term) => setSays(term.says ?? `“${word}” is remembered.`)} />
        )}
      </PopoverContent>
    </Popover>
  );
}

'use client';

import { ArrowUpIcon, SquareIcon } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';

/** Longer than any interface needs to be described; a pasted table belongs into a file. */
export const MAX_PROMPT_LENGTH = 8_000;

export type PromptBoxProps = {
  label: string;
  placeholder: string;
  value: string;
  onChange(value: string): void;
  onSend(text: string): void;
  /** While a reply is written the button stops it. */
  onStop?: () => void;
  busy?: boolean;
  autoFocus?: boolean;
  large?: boolean;
  /** One line high until somebody writes in it. */
  low?: boolean;
  /** What stands in the box's lower edge, at the left: the model picker, a file button. */
  children?: ReactNode;
  ref?: Ref<{ focus(): void }>;
};

/** The page's one strong element. Enter or ⌘/Ctrl-Enter sends, Shift-Enter makes a new line. */
export function PromptBox({ ref, ...props }: PromptBoxProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }));
  const text = props.value.trim();
  const tooLong = text.length > MAX_PROMPT_LENGTH;
  const sendable = text !== '' && !tooLong && !props.busy;

  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (sendable) props.onSend(text);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    const touch = window.matchMedia('(pointer: coarse)').matches;
    if (event.metaKey || event.ctrlKey || (!event.shiftKey && !touch)) {
      event.preventDefault();
      send();
    }
  };

  return (
    <form
      onSubmit={send}
      className={cn(
        'case relative transition-[border-color,box-shadow] duration-150 focus-within:border-ring focus-within:ring-3 focus-within:ring-ring/20',
        props.large ? 'p-3' : 'p-2',
      )}
    >
      <textarea
        ref={field}
        aria-label={props.label}
        aria-invalid={tooLong}
        placeholder={props.placeholder}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        onKeyDown={onKeyDown}
        autoFocus={props.autoFocus}
        rows={props.large ? 2 : 1}
        className={cn(
          'field-sizing-content block max-h-60 w-full resize-none bg-transparent px-2 py-1.5 outline-none placeholder:text-muted-foreground',
          props.large ? 'min-h-16 text-base sm:text-lg' : 'min-h-9 text-sm max-md:text-base',
        )}
      />
      <div className={cn('mt-1 flex items-center gap-2', props.low && text === '' && !props.busy && 'in-[form:not(:focus-within,:has([data-state=open]))]:hidden')}>
        <div className="flex min-w-0 flex-1 items-center gap-1">{props.children}</div>
        {tooLong && (
          <p role="alert" className="text-xs text-destructive">
            {(text.length - MAX_PROMPT_LENGTH).toLocaleString()} characters too long
          </p>
        )}
        {props.busy ? (
          <Button type="button" size="icon" variant="secondary" onClick={props.onStop} aria-label="Stop writing (Esc)" title="Stop writing (Esc)">
            <SquareIcon className="size-3.5 fill-current" />
          </Button>
        ) : (
          <Button type="submit" size="icon" disabled={!sendable} aria-label="Send (Ctrl+Enter)" title="Send (Ctrl+Enter)">
            <ArrowUpIcon />
          </Button>
        )}
      </div>
    </form>
  );
}

'use client';

import { FileCode2Icon, LoaderCircleIcon, SearchIcon, TerminalIcon, RotateCcwIcon, StepForwardIcon } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { ReplyData, ReplyMessage, ReplyMetadata } from '@/lib/model/messages';
import { EMPTY_SOURCE } from '@/lib/program/program';
import { type Segment, parseReply } from '@/lib/reply/reply-parser';
import { CheckNote } from './check-note';
import { SaidNote } from './said-note';

export type ReplyMessageProps = {
  message: ReplyMessage;
  streaming: boolean;
  /** The conversation's end, where going on is offered. */
  last: boolean;
  onRetry(): void;
  onContinue(): void;
  onSend(prompt: string): void;
  /** Says the prompt that this answers once more. */
  onAgain(): void;
};

/** A reply: its words, the files it wrote, what the check said, and what it cost. Code is in the Source tab. */
export function ReplyMessageView({ message, streaming, last, onRetry, onContinue, onSend, onAgain }: ReplyMessageProps) {
  return (
    <article className="flex flex-col gap-2 text-sm" aria-busy={streaming}>
      {message.parts.map((part, index) => {
        if (part.type === 'text') {
          const open = streaming && index === message.parts.findLastIndex((other) => other.type === 'text');
          return <ReplyText key={index} text={part.text} streaming={open} />;
        }
        if (part.type === 'data-lookup') return <LookupNote key={index} lookup={part.data} />;
        if (part.type === 'data-run') return <RunNote key={index} run={part.data} />;
        if (part.type === 'data-said') return <SaidNote key={index} said={part.data} onSend={last ? onSend : undefined} onAgain={last ? onAgain : undefined} />;
        if (part.type === 'data-check') return <CheckNote key={index} check={part.data} />;
        return null;
      })}
      {!streaming && message.metadata && <Ending metadata={message.metadata} last={last} onRetry={onRetry} onContinue={onContinue} />}
      {!streaming && <Spent metadata={message.metadata} onRetry={last && canSayItOtherwise(message.metadata) ? onRetry : undefined} />}
    </article>
  );
}

/** What the model asked of the connected systems, and what it was told there is. */
function LookupNote({ lookup: { query, found } }: { lookup: ReplyData['lookup'] }) {
  return (
    <p className="flex items-start gap-2 text-xs text-muted-foreground">
      <SearchIcon className="mt-px size-3.5 shrink-0" aria-hidden="true" />
      <span className="min-w-0 break-words">
        Looked up “{query}”: {found.length > 0 ? <span className="font-mono">{found.join(', ')}</span> : 'nothing found'}
      </span>
    </p>
  );
}

/** Code that the model ran over the connections to see what they hold; the code itself on request. */
function RunNote({ run: { code, calls, outcome } }: { run: ReplyData['run'] }) {
  return (
    <details className="text-xs text-muted-foreground">
      <summary className="flex w-fit cursor-pointer items-start gap-2 rounded-sm outline-none focus-visible:ring-2 focus-visible:ring-ring">
        <TerminalIcon className="mt-px size-3.5 shrink-0" aria-hidden="true" />
        {runInWords(calls, outcome)}
      </summary>
      <pre className="mt-1.5 max-h-60 overflow-auto rounded-md border bg-muted/30 p-2.5 font-mono leading-relaxed">{code}</pre>
    </details>
  );
}

function runInWords(calls: number, outcome: string): string {
  if (outcome === 'check') return 'Wrote code to try; the check found errors, so it was not run';
  return `Ran code: ${calls === 1 ? '1 call' : `${calls.toLocaleString()} calls`}${outcome === 'ok' ? '' : `, ended with ${outcome}`}`;
}

function ReplyText({ text, streaming }: { text: string; streaming: boolean }) {
  // What a file was before an edit, or before it was gone on with, is not shown here, so the words can be read on top of nothing.
  const { segments } = parseReply(text, EMPTY_SOURCE);
  return segments.map((segment, index) =>
    segment.kind === 'prose' ? (
      segment.text.trim() && (
        <p key={index} className="leading-relaxed text-pretty whitespace-pre-wrap">
          {segment.text.trim()}
        </p>
      )
    ) : (
      <FileNote key={index} segment={segment} streaming={streaming && index === segments.length - 1} />
    ),
  );
}

function FileNote({ segment, streaming }: { segment: Extract<Segment, { kind: 'file' }>; streaming: boolean }) {
  const writing = streaming && !segment.done;
  return (
    <p className="flex items-center gap-2 rounded-md border bg-muted/40 px-2.5 py-1.5 font-mono text-xs">
      {writing ? <LoaderCircleIcon className="size-3.5 animate-spin text-alive motion-reduce:animate-none" /> : <FileCode2Icon className="size-3.5 text-muted-foreground" />}
      <span>{segment.file}</span>
      <span className="ml-auto text-muted-foreground tabular-nums">
        {amountOf(segment)}
      </span>
    </p>
  );
}

function amountOf({ way, lines }: Extract<Segment, { kind: 'file' }>): string {
  if (way === 'edit') return 'edited';
  return `${lines} ${way === 'more' ? 'more ' : ''}${lines === 1 ? 'line' : 'lines'}`;
}

function Ending({ metadata, last, onRetry, onContinue }: { metadata: ReplyMetadata; last: boolean; onRetry(): void; onContinue(): void }) {
  const words = endingInWords(metadata);
  if (!words) return null;
  const broken = metadata.state === 'interrupted' || metadata.state === 'stopped' || metadata.failure?.code === 'truncated' || metadata.failure?.code === 'stalled';
  return (
    <div role="status" className="rounded-md border border-warning/40 bg-warning/5 p-3">
      <p className="font-medium">{words.title}</p>
      {words.detail && <p className="mt-0.5 text-muted-foreground">{words.detail}</p>}
      {last && (
        <div className="mt-2 flex flex-wrap gap-2">
          {broken && (
            <Button size="sm" variant="outline" onClick={onContinue}>
              <StepForwardIcon /> Continue
            </Button>
          )}
          {metadata.failure?.retryable !== false && (
            <Button size="sm" variant="outline" onClick={onRetry}>
              <RotateCcwIcon /> Try again
            </Button>
          )}
        </div>
      )}
    </div>
  );
}

function endingInWords({ state, failure }: ReplyMetadata): { title: string; detail?: string } | null {
  if (failure) return { title: failure.message, detail: failure.hint };
  if (state === 'stopped') return { title: 'Stopped. What had arrived is kept.' };
  if (state === 'interrupted') return { title: 'This reply was interrupted.', detail: 'What had arrived is kept; it can go on from there.' };
  return null;
}

/** A model writes something else each time; the composer would write the same again. */
function canSayItOtherwise(metadata: ReplyMetadata | undefined): boolean {
  return metadata?.state === 'done' && !metadata.modelId?.startsWith('composer:');
}

function Spent({ metadata, onRetry }: { metadata: ReplyMetadata | undefined; onRetry?: () => void }) {
  if (!metadata?.modelLabel) return null;
  const { inputTokens, outputTokens, cost, ms } = metadata;
  const parts = [
    metadata.modelLabel,
    inputTokens || outputTokens ? `${(inputTokens ?? 0).toLocaleString()} in, ${(outputTokens ?? 0).toLocaleString()} out` : null,
    cost !== undefined ? `$${cost.toFixed(cost < 0.1 ? 4 : 2)}` : null,
    ms !== undefined ? `${(ms / 1000).toFixed(1)} s` : null,
  ];
  return (
    <div className="flex min-h-7 items-center gap-2">
      <p className="text-xs text-muted-foreground tabular-nums">{parts.filter(Boolean).join(' · ')}</p>
      {onRetry && (
        <Button size="icon-xs" variant="ghost" className="text-muted-foreground" onClick={onRetry} aria-label="Write it again" title="Write it again">
          <RotateCcwIcon />
        </Button>
      )}
    </div>
  );
}

'use client';

import { ChevronDownIcon, FileCode2Icon, LoaderCircleIcon, SearchIcon, TerminalIcon, RotateCcwIcon, StepForwardIcon } from 'lucide-react';
import { Button } from '@/components/ui/button';
import type { ReplyData, ReplyMessage, ReplyMetadata } from '@/lib/model/messages';
import { EMPTY_SOURCE } from '@/lib/program/program';
import { type Remark, remarksOf } from '@/lib/reply/remarks';
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
  const told = message.parts.flatMap((part) => (part.type === 'data-said' ? part.data.unread : []));
  return (
    <article className="flex flex-col gap-2 text-sm" aria-busy={streaming}>
      {message.parts.map((part, index) => {
        if (part.type === 'text') {
          const open = streaming && index === message.parts.findLastIndex((other) => other.type === 'text');
          return <ReplyText key={index} text={part.text} streaming={open} told={told} />;
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

type ReplyTextProps = { text: string; streaming: boolean; /** Words that are offered to be told, and needn't be said as well. */ told: readonly string[] };

function ReplyText({ text, streaming, told }: ReplyTextProps) {
  // What a file was before an edit, or before it was gone on with, is not shown here, so the words can be read on top of nothing.
  const { segments } = parseReply(text, EMPTY_SOURCE);
  return withFilesTogether(segments).map((segment, index, all) =>
    Array.isArray(segment) ? (
      <FilesNote key={index} files={segment} writing={streaming && index === all.length - 1 && !segment.at(-1)?.done} />
    ) : (
      remarksOf(segment.text).map((remark, at) => <RemarkView key={`${index}:${at}`} remark={remark} told={told} />)
    ),
  );
}

function RemarkView({ remark, told }: { remark: Remark; told: readonly string[] }) {
  if (remark.kind === 'assumed') return <Assumed items={remark.items} />;
  if (remark.kind === 'left-out' && isTold(remark.text, told)) return null;
  return <p className="leading-relaxed text-pretty whitespace-pre-wrap">{remark.text}</p>;
}

function isTold(text: string, told: readonly string[]): boolean {
  return told.length > 0 && [...text.matchAll(/“(.+?)”/g)].every(([, word]) => told.includes(word ?? ''));
}

/** What was decided without a word for it, on request: what was made is what counts. */
function Assumed({ items }: { items: string[] }) {
  return (
    <details className="group text-muted-foreground">
      <summary className="flex w-fit cursor-pointer list-none items-center gap-1 rounded-sm text-xs outline-none hover:text-foreground focus-visible:ring-2 focus-visible:ring-ring pointer-coarse:min-h-10 [&::-webkit-details-marker]:hidden">
        {items.length} things taken for granted
        <ChevronDownIcon className="size-3 transition-transform group-open:rotate-180 motion-reduce:transition-none" aria-hidden="true" />
      </summary>
      <ul className="mt-1.5 flex flex-col gap-1 border-l pl-3 text-xs leading-relaxed">
        {items.map((item, index) => (
          <li key={index} className="text-pretty">{item}</li>
        ))}
      </ul>
    </details>
  );
}

type File = Extract<Segment, { kind: 'file' }>;
type Prose = Extract<Segment, { kind: 'prose' }>;

/** Files that follow each other are one note. */
function withFilesTogether(segments: readonly Segment[]): (Prose | File[])[] {
  const all: (Prose | File[])[] = [];
  for (const segment of segments) {
    const last = all.at(-1);
    if (segment.kind === 'prose') {
      if (segment.text.trim()) all.push(segment);
    } else if (Array.isArray(last)) last.push(segment);
    else all.push([segment]);
  }
  return all;
}

/** Which files were written and how much of them, in one line. */
function FilesNote({ files, writing }: { files: readonly File[]; writing: boolean }) {
  const names = [...new Set(files.map(({ file }) => file))];
  const Icon = writing ? LoaderCircleIcon : FileCode2Icon;
  return (
    <p className="flex items-start gap-1.5 text-xs text-muted-foreground">
      <Icon className={writing ? 'mt-px size-3.5 shrink-0 animate-spin text-alive motion-reduce:animate-none' : 'mt-px size-3.5 shrink-0'} aria-hidden="true" />
      <span className="flex min-w-0 flex-wrap gap-x-3 tabular-nums">
        {names.map((name) => (
          <span key={name}>
            <span className="font-mono">{name}</span> {amountOf(files.filter(({ file }) => file === name))}
          </span>
        ))}
      </span>
    </p>
  );
}

function amountOf(pieces: readonly File[]): string {
  const written = pieces.filter(({ way }) => way !== 'edit');
  const lines = written.reduce((sum, piece) => sum + piece.lines, 0);
  if (written.length === 0) return 'edited';
  return `${written.every(({ way }) => way === 'more') ? `${lines} more` : lines} ${lines === 1 ? 'line' : 'lines'}`;
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

import Link from 'next/link';
import type { ReactNode } from 'react';
import type { ListedLine } from '@/lib/client/ledger';
import { argumentsInWords } from './arguments-in-words';
import { bytesInWords, leaveInWords, msInWords, outcomeInWords, rowsInWords, viewerInWords } from './line-in-words';

/** Everything that is known of a call. */
export function LineDetail({ line, linked = true }: { line: ListedLine; linked?: boolean }) {
  const { message, masked } = line;
  return (
    <div className="grid gap-3 px-4 pt-1 pb-4 text-xs">
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr_auto_1fr]">
        <Fact name="When">
          <time dateTime={line.at} suppressHydrationWarning>
            {new Date(line.at).toLocaleString()}
          </time>
        </Fact>
        <Fact name="Who">{viewerInWords(line.viewer)}</Fact>
        <Fact name="Interface">
          {line.program === null ? 'Deleted since' : linked ? <ProgramLink id={line.programId} title={line.program} /> : line.program}
          {line.version !== null && `, version ${line.version}`}
          {line.version === null && line.program !== null && (line.from === 'execute' ? ', tried by the model while it wrote' : line.from === 'composer' ? ', looked up by the composer' : ', a draft')}
        </Fact>
        <Fact name="Function">{line.from === null ? 'Not known' : <span className="font-mono">{line.from}</span>}</Fact>
        <Fact name="Came of it">
          <span className={line.outcome === 'ok' ? undefined : 'text-destructive'}>{outcomeInWords(line.outcome)}</span>
          {line.outcome !== 'ok' && line.outcome !== 'begun' && <span className="ml-2 font-mono text-muted-foreground">{line.outcome}</span>}
        </Fact>
        <Fact name="Gave">{[rowsInWords(line), bytesInWords(line.bytes), msInWords(line.ms)].filter(Boolean).join(' · ') || 'Nothing'}</Fact>
        <Fact name="Allowed">
          {leaveInWords(line)}
          {line.allowedBy !== null && <span className="ml-2 font-mono break-all text-muted-foreground">{line.allowedBy}</span>}
        </Fact>
        {masked && <Fact name="Left out">{masked.length === 1 ? `1 secret: ${masked[0]}` : `${masked.length} secrets: ${masked.join(', ')}`}</Fact>}
      </dl>
      {message && <p className="break-words whitespace-pre-wrap text-destructive">{message}</p>}
      <pre tabIndex={0} aria-label="Arguments" className="max-h-96 overflow-auto rounded-md border bg-muted/30 p-3 font-mono leading-relaxed">
        {argumentsInWords(line)}
      </pre>
    </div>
  );
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="min-w-0 break-words tabular-nums">{children}</dd>
    </>
  );
}

function ProgramLink({ id, title }: { id: string; title: string }) {
  return (
    <Link href={`/p/${id}`} className="rounded-sm underline decoration-border underline-offset-2 outline-none hover:decoration-foreground focus-visible:ring-2 focus-visible:ring-ring">
      {title}
    </Link>
  );
}

'use client';

import { CheckIcon, CopyIcon } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { FILE_NAMES, type FileName, type Source } from '@/lib/program/program';
import { type CodeView, createCodeView } from './code-view';

/** The text of the program's files: highlighted, selectable, followed while it is written. */
export function SourceView({ source, writing }: { source: Source; writing: boolean }) {
  const [file, setFile] = useState<FileName>('ui.tsx');
  const text = source[file];
  return (
    <div className="flex h-full flex-col">
      <div className="flex items-center gap-1 border-b px-2 py-1.5" role="tablist" aria-label="Files">
        {FILE_NAMES.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            aria-selected={name === file}
            onClick={() => setFile(name)}
            className={cn(
              'rounded-md px-2.5 py-1 font-mono text-xs outline-none focus-visible:ring-2 focus-visible:ring-ring pointer-coarse:min-h-10',
              name === file ? 'bg-muted text-foreground' : 'text-muted-foreground hover:text-foreground',
            )}
          >
            {name}
          </button>
        ))}
        <span className="ml-auto text-xs text-muted-foreground tabular-nums">{text ? `${text.trimEnd().split('\n').length} lines` : ''}</span>
        <CopyButton text={text} label={`Copy ${file}`} />
      </div>
      {text ? <Code text={text} follow={writing} label={file} /> : <Nothing file={file} writing={writing} />}
    </div>
  );
}

function Nothing({ file, writing }: { file: FileName; writing: boolean }) {
  return <p className="m-auto p-8 text-sm text-muted-foreground">{writing ? `${file} has not begun yet.` : `This program has no ${file}.`}</p>;
}

function Code({ text, follow, label }: { text: string; follow: boolean; label: string }) {
  const element = useRef<HTMLDivElement>(null);
  const view = useRef<CodeView | null>(null);
  useEffect(() => {
    view.current = createCodeView(element.current!, label);
    return () => view.current?.destroy();
  }, [label]);
  useEffect(() => view.current?.show(text, follow), [text, follow, label]);
  return <div ref={element} className="min-h-0 flex-1 overflow-hidden" />;
}

function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 1500);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <Button variant="ghost" size="sm" disabled={!text} onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))} aria-label={label}>
      {copied ? <CheckIcon /> : <CopyIcon />} {copied ? 'Copied' : 'Copy'}
    </Button>
  );
}

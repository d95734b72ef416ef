'use client';

import { CheckIcon, CopyIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';

const COPIED_MS = 2_000;

/** Something to be copied, with the button that does. */
export function CopyField({ label, value }: { label: string; value: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    setCopied(await copyText(value, input.current!));
    setTimeout(() => setCopied(null), COPIED_MS);
  };
  return (
    <div className="flex gap-2">
      <Input ref={input} readOnly value={value} aria-label={label} className="font-mono text-xs" onFocus={(event) => event.target.select()} />
      <Button type="button" variant="outline" autoFocus onClick={() => void copy()}>
        {copied ? <CheckIcon /> : <CopyIcon />}
        <span aria-live="polite">{copied === null ? 'Copy' : copied ? 'Copied' : 'Press Ctrl+C'}</span>
      </Button>
    </div>
  );
}

/** Over plain HTTP from another machine there is no clipboard to write to; what is selected can be copied all the same. */
async function copyText(value: string, input: HTMLInputElement): Promise<boolean> {
  if (navigator.clipboard) return navigator.clipboard.writeText(value).then(() => true, () => selected(input));
  return selected(input);
}

function selected(input: HTMLInputElement): boolean {
  input.focus();
  input.select();
  return document.execCommand('copy');
}

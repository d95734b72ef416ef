'use client';

import { CircleAlertIcon, CircleCheckIcon } from 'lucide-react';
import type { ReplyData } from '@/lib/model/messages';
import type { Diagnostic } from '@/lib/program/program';

/** What the check found after a round; open where it found something. */
export function CheckNote({ check }: { check: ReplyData['check'] }) {
  const errors = check.diagnostics.filter((diagnostic) => diagnostic.severity === 'error');
  if (errors.length === 0) {
    return (
      <p className="flex items-center gap-1.5 text-xs text-muted-foreground">
        <CircleCheckIcon className="size-3.5 text-success" /> Checked: types and queries are right
      </p>
    );
  }
  return (
    <details className="text-xs text-muted-foreground">
      <summary className="flex cursor-pointer items-center gap-1.5 select-none">
        <CircleAlertIcon className="size-3.5 text-warning" /> The check found {errors.length === 1 ? 'one problem' : `${errors.length} problems`}
      </summary>
      <ul className="mt-2 flex flex-col gap-2 border-l pl-3">
        {errors.map((diagnostic, index) => (
          <DiagnosticLine key={index} diagnostic={diagnostic} />
        ))}
      </ul>
    </details>
  );
}

export function DiagnosticLine({ diagnostic }: { diagnostic: Diagnostic }) {
  return (
    <li className="break-words">
      <span className="font-mono text-foreground">
        {diagnostic.file}:{diagnostic.start.line}:{diagnostic.start.column}
      </span>{' '}
      {diagnostic.message}
      {diagnostic.hint && <span> {diagnostic.hint}</span>}
      {diagnostic.excerpt && <code className="mt-0.5 block truncate font-mono text-[11px]">{diagnostic.excerpt.trim()}</code>}
    </li>
  );
}

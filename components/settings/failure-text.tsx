/** What went wrong, in words; lines after the second are statements to be copied. */
export function FailureText({ text, className = 'text-sm' }: { text: string; className?: string }) {
  const [first, second, ...statements] = text.split('\n');
  return (
    <>
      <span className={`${className} break-words text-destructive`}>{[first, second].filter(Boolean).join(' ')}</span>
      {statements.length > 0 && <code className="mt-2 block overflow-x-auto rounded-md border bg-muted p-3 font-mono text-xs whitespace-pre text-foreground select-text">{statements.join('\n')}</code>}
    </>
  );
}

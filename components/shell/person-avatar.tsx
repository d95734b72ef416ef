import { cn } from '@/components/ui/cn';

/** A person's initials in a circle. It says nothing that isn't said beside it. */
export function PersonAvatar({ name, className }: { name: string; className?: string }) {
  return (
    <span aria-hidden="true" className={cn('flex size-8 shrink-0 items-center justify-center rounded-full bg-secondary text-xs font-medium text-secondary-foreground select-none', className)}>
      {initialsOf(name)}
    </span>
  );
}

/** Of the first name and the last one: two letters at most. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map((word) => [...word][0] ?? '').join('').toUpperCase();
}

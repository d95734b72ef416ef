import { ArrowUpRightIcon } from 'lucide-react';

/** Prompts that work with the data at hand. */
export function Examples({ prompts, disabled, onChoose }: { prompts: string[]; disabled: boolean; onChoose(prompt: string): void }) {
  if (prompts.length === 0) return null;
  return (
    <ul className="mt-4 flex flex-wrap justify-center gap-2" aria-label="Examples">
      {prompts.map((prompt) => (
        <li key={prompt}>
          <button
            type="button"
            disabled={disabled}
            onClick={() => onChoose(prompt)}
            className="group inline-flex items-center gap-1.5 rounded-full border bg-card px-3 py-1.5 text-left text-sm text-muted-foreground transition-colors outline-none hover:border-foreground/25 hover:text-foreground focus-visible:ring-2 focus-visible:ring-ring disabled:opacity-50 pointer-coarse:min-h-10"
          >
            {prompt}
            <ArrowUpRightIcon className="size-3.5 shrink-0 opacity-40 transition-opacity group-hover:opacity-100" aria-hidden="true" />
          </button>
        </li>
      ))}
    </ul>
  );
}

import { ChevronRightIcon, GlobeIcon, ShieldAlertIcon, ShieldCheckIcon } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import type { Use } from '@/lib/client/approvals';
import { askOf, namesInWords } from './asks';
import { listed } from './words';

export type StripProps = {
  /** Who made it: “you”, or a name. */
  by: string;
  /** What its text says that it does; null while that isn't known yet. */
  uses: readonly Use[] | null;
  /** Connections in which it may change something without asking. */
  freeWrites: readonly string[];
  /** A field for a password is on the screen. */
  asksPassword: boolean;
  /** Somebody can open it by a link. */
  isPublic: boolean;
  onShare(): void;
  onDetails(): void;
};

/**
 * Drawn by the house above every interface, so that none can pose as the house: who made it, what it reads, and whether it
 * can change anything.
 */
export function Strip({ asksPassword, ...props }: StripProps) {
  return (
    <>
      <div className="flex h-8 shrink-0 border-b bg-muted/40 pointer-coarse:h-10">
        <Facts by={props.by} uses={props.uses} freeWrites={props.freeWrites} onDetails={props.onDetails} />
        {props.isPublic && (
          <button type="button" onClick={props.onShare} title="Somebody can open it by a link" className="shrink-0 rounded-md px-3 outline-none focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset">
            <Badge>
              <GlobeIcon aria-hidden="true" />
              Public
            </Badge>
          </button>
        )}
      </div>
      {asksPassword && (
        <p role="alert" className="border-b border-warning/30 bg-warning/8 px-4 py-2 text-xs text-pretty text-warning">
          This interface has a password field. The code that draws it can read what you type there; Vitrine never asks for a password inside an interface.
        </p>
      )}
    </>
  );
}

function Facts({ by, uses, freeWrites, onDetails }: Pick<StripProps, 'by' | 'uses' | 'freeWrites' | 'onDetails'>) {
  const free = freeWrites.length > 0;
  const facts = uses === null ? [`made by ${by}`] : [`made by ${by}`, readsInWords(uses), writesInWords(uses, freeWrites)];
  const text = sentence(facts);
  const Icon = free ? ShieldAlertIcon : ShieldCheckIcon;
  return (
    <button
      type="button"
      onClick={onDetails}
      title={text}
      className="group flex min-w-0 flex-1 items-center gap-2 px-4 text-left text-xs text-muted-foreground outline-none hover:bg-muted focus-visible:ring-2 focus-visible:ring-ring focus-visible:ring-inset"
    >
      <Icon className={free ? 'size-3.5 shrink-0 text-warning' : 'size-3.5 shrink-0'} aria-hidden="true" />
      <span className="min-w-0 flex-1 truncate">{text}</span>
      <span className="sr-only">Show what it may do and what it did</span>
      <ChevronRightIcon className="size-3.5 shrink-0 opacity-60 group-hover:opacity-100" aria-hidden="true" />
    </button>
  );
}

function readsInWords(uses: readonly Use[]): string {
  const reads = uses.filter(({ effect }) => effect === 'read');
  const inWords = (verb: string, of: (use: Use) => string[]) => {
    const some = reads.flatMap((use) => (of(use).length > 0 ? [`${listed(of(use))} of ${use.title}`] : []));
    return some.length > 0 ? [`${verb} ${some.join('; ')}`] : [];
  };
  const facts = [...inWords('reads', ({ names, needs }) => names.filter((name) => !needs?.names.includes(name))), ...inWords('may not read', ({ needs }) => (needs ? namesInWords(askOf(needs)) : []))];
  return facts.join('; ') || 'reads nothing';
}

function writesInWords(uses: readonly Use[], free: readonly string[]): string {
  if (free.length > 0) return `may change ${listed(free)} without asking`;
  const writes = uses.filter(({ effect }) => effect === 'write');
  return writes.length === 0 ? 'changes nothing outside' : `asks before it changes ${listed(writes.map(({ title }) => title))}`;
}

function sentence(facts: readonly string[]): string {
  return facts.map((fact) => fact[0]!.toUpperCase() + fact.slice(1)).join(' · ');
}

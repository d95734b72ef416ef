import { Label } from '@/components/ui/label';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import type { Limits } from '@/lib/client/approvals';

export const DURATIONS = [
  { seconds: 3_600, title: 'for an hour' },
  { seconds: 24 * 3_600, title: 'for a day' },
  { seconds: 30 * 24 * 3_600, title: 'for 30 days' },
];

/** What may be changed without asking: each argument fixed as it is or left open, and for how long. */
export function LimitsForm(props: { id: string; narrow: Limits; limits: Limits; onLimits(limits: Limits): void; seconds: number; onSeconds(seconds: number): void }) {
  const { id, narrow, limits } = props;
  return (
    <fieldset className="grid gap-3 rounded-md border p-3">
      <legend className="px-1 text-xs font-medium">It may do this without asking</legend>
      <ArgumentLimits id={id} narrow={narrow} limits={limits} onLimits={props.onLimits} />
      <Select value={String(props.seconds)} onValueChange={(seconds) => props.onSeconds(Number(seconds))}>
        <SelectTrigger size="sm" aria-label="For how long" className="w-fit">
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {DURATIONS.map(({ seconds, title }) => (
            <SelectItem key={seconds} value={String(seconds)}>
              {title}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </fieldset>
  );
}

/** Each argument of a function: as it is, or left open. */
export function ArgumentLimits({ id, narrow, limits, onLimits }: { id: string; narrow: Limits; limits: Limits; onLimits(limits: Limits): void }) {
  return (
    <>
      {Object.entries(narrow).map(([path, limit], index) => (
        <div key={path} className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
          <Label htmlFor={`${id}-${index}`} className="min-w-24 flex-1 font-mono text-xs font-normal break-all">
            {path || 'with nothing'}
          </Label>
          {'is' in limit && typeof limit.is !== 'object' ? (
            <Select value={'any' in limits[path]! ? 'any' : 'is'} onValueChange={(choice) => onLimits({ ...limits, [path]: choice === 'any' ? { any: true } : limit })}>
              <SelectTrigger id={`${id}-${index}`} size="sm" className="max-w-60">
                <SelectValue />
              </SelectTrigger>
              <SelectContent>
                <SelectItem value="is">only {short(limit.is)}</SelectItem>
                <SelectItem value="any">any value</SelectItem>
              </SelectContent>
            </Select>
          ) : (
            <span id={`${id}-${index}`} className="text-muted-foreground">
              {inWords(limit)}
            </span>
          )}
        </div>
      ))}
    </>
  );
}

/** A limit as it is read after the argument's name: `at most 8`. */
export function inWords(limit: Limits[string]): string {
  if ('is' in limit) return `only ${short(limit.is)}`;
  return 'atMost' in limit ? `any, at most ${limit.atMost.toLocaleString()}` : 'any value';
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing';
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

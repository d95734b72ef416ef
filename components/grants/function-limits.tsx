import { ArgumentLimits } from '@/components/approvals/limits-form';
import { narrowest } from '@/components/approvals/narrowest';
import { Select, SelectContent, SelectItem, SelectTrigger, SelectValue } from '@/components/ui/select';
import type { Limits } from '@/lib/client/approvals';

/** With which arguments functions may be called: all, or the like of those that wait. `calls` are the arguments of these, by function. */
export function FunctionLimits({ id, calls, limits, onLimits }: { id: string; calls: Record<string, unknown[]>; limits: Record<string, Limits>; onLimits(limits: Record<string, Limits>): void }) {
  const without = (name: string) => Object.fromEntries(Object.entries(limits).filter(([other]) => other !== name));
  return Object.entries(calls).map(([name, of], at) => {
    const narrow = narrowest(of);
    const isLimited = Object.hasOwn(limits, name);
    return (
      <fieldset key={name} className="grid gap-2">
        <legend className="sr-only">{name}</legend>
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-mono text-xs">{name}</span>
          <Select value={isLimited ? 'these' : 'any'} onValueChange={(choice) => onLimits(choice === 'any' ? without(name) : { ...limits, [name]: narrow })}>
            <SelectTrigger size="sm" aria-label={`Arguments of ${name}`} className="text-xs">
              <SelectValue />
            </SelectTrigger>
            <SelectContent>
              <SelectItem value="any">with any arguments</SelectItem>
              <SelectItem value="these">only with these arguments</SelectItem>
            </SelectContent>
          </Select>
        </div>
        {isLimited && <ArgumentLimits id={`${id}-f${at}`} narrow={narrow} limits={limits[name]!} onLimits={(next) => onLimits({ ...limits, [name]: next })} />}
      </fieldset>
    );
  });
}

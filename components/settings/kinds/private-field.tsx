import { Checkbox } from '@/components/ui/checkbox';
import { Label } from '@/components/ui/label';

/** Consent to an address on this machine or in a private network, as the form's field `private`. */
export function PrivateField({ id, allowed = false }: { id: string; allowed?: boolean }) {
  return (
    <div className="flex items-start gap-2">
      <Checkbox id={`${id}-private`} name="private" defaultChecked={allowed} className="mt-0.5" />
      <Label htmlFor={`${id}-private`} className="grid gap-0.5 leading-snug font-normal">
        It is on this machine or in a private network
        <span className="text-xs text-muted-foreground">Otherwise such addresses are refused.</span>
      </Label>
    </div>
  );
}

import { cn } from '@/components/ui/cn';
import { Label } from '@/components/ui/label';
import { RadioGroupItem } from '@/components/ui/radio-group';

/** One of a few ways, with what it means. */
export function Choice({ id, value, title, detail, disabled, className }: { id: string; value: string; title: string; detail: string; disabled?: boolean; className?: string }) {
  return (
    <div className={cn('flex gap-3', className)}>
      <RadioGroupItem id={id} value={value} className="mt-0.5 shrink-0" aria-describedby={`${id}-detail`} disabled={disabled} />
      <div>
        <Label htmlFor={id}>{title}</Label>
        <p id={`${id}-detail`} className="text-xs text-pretty text-muted-foreground">
          {detail}
        </p>
      </div>
    </div>
  );
}

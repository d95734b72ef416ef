import type { ComponentProps } from 'react';
import { cn } from './cn';
import { field } from './surface';

/** Grows with what is written in it, where the browser can. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return <textarea data-slot="textarea" className={cn(field, 'flex field-sizing-content min-h-20 px-3 py-2', className)} {...props} />;
}

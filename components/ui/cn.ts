import { type ClassValue, clsx } from 'clsx';
import { extendTailwindMerge } from 'tailwind-merge';

// tailwind-merge knows Tailwind's own scales only; without these two, `shadow-case shadow-none` would keep both.
const merge = extendTailwindMerge({ extend: { theme: { shadow: ['case', 'lifted'] } } });

/** Joins class names; of two that set the same thing the later one wins. Falsy values are left out. */
export function cn(...classes: ClassValue[]): string {
  return merge(clsx(classes));
}

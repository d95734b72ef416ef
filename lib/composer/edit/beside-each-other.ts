import type { Chart } from '../plan';
import type { Editing } from './editing';
import { retitled } from './retitle';

/** "put them next to each other" */
const BESIDE = /^\s*(?:(?:please|and|now|ok(?:ay)?|(?:can|could)\s+(?:you|we))[\s,]+)*(?:put|show|set|place|draw|have|make)\s+(?:them|these|those|it|the\s+(?:bars?|colou?rs?|columns))\s+(?:next\s+to|beside|alongside)\s+(?:each\s+other|one\s+another)(?:\s*,?\s*(?:please|instead))*[\s.!]*$/i;

/** "put them next to each other", of the colours of the only chart; false where several blocks could be meant, or none has colours. */
export function besideEachOther(editing: Editing, prompt: string): boolean {
  const [only, ...others] = editing.plan.blocks.filter((b): b is Chart => b.asked !== false && b.type === 'chart');
  if (!BESIDE.test(prompt) || !only?.series || others.length > 0) return false;
  editing.replace(only, retitled(only, { ...only, view: 'bar', stack: 'grouped' }, editing.catalogue));
  return true;
}

import type { Names } from '../write/identifiers';
import type { CallBlock, FormBlock } from './call-plan';

/** One component of `ui.tsx` and the function of `data.ts` that it calls. */
export type CallPart = { kind: 'form'; form: FormBlock; component: string; read: string; initial: string };

/** "Create an issue" is `createIssue`. */
function nameOf({ operation, title }: FormBlock): string {
  const words = title.replace(/\b(an?|the)\b/gi, ' ');
  return words.trim().split(/\s+/).length <= MAX_NAME_WORDS ? words : operation;
}

const MAX_NAME_WORDS = 4;

export function callPartsOf(blocks: readonly CallBlock[], functions: Names, components: Names): CallPart[] {
  return blocks.map((form) => ({
    kind: 'form',
    form,
    component: components.pascal(`${nameOf(form)} form`, 'form'),
    read: functions.camel(nameOf(form), 'send'),
    initial: components.camel('empty values', 'empty'),
  }));
}

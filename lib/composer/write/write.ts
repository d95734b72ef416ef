import type { Source } from '../../program/program';
import { outlineOf } from './outline';
import type { Plan } from '../plan';
import { writeData } from './write-data';
import { writeUi } from './write-ui';

/** The program that a Plan describes. The same Plan gives the same bytes. */
export function write(plan: Plan): Source {
  const outline = outlineOf(plan);
  return { 'ui.tsx': writeUi(plan, outline), 'data.ts': writeData(outline) };
}

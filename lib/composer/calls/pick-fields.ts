import { stemsIn } from '../../binding/search-words';
import type { FormField } from './call-plan';

/** The fields that words name: by label or name, whole or by all of their words. */
export function fieldsCalled(words: string, fields: readonly FormField[]): FormField[] {
  const wanted = stemsIn(words);
  if (wanted.length === 0) return [];
  const stemsOf = (field: FormField) => new Set([...stemsIn(field.label), ...stemsIn(field.path.at(-1) ?? '')]);
  const exact = fields.filter((field) => [field.label, field.path.at(-1) ?? ''].some((name) => stemsIn(name).join(' ') === wanted.join(' ')));
  return exact.length ? exact : fields.filter((field) => wanted.every((word) => stemsOf(field).has(word)));
}

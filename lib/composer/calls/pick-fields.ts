import { conceptsOf } from '../../binding/search-concepts';
import { stemsIn } from '../../binding/search-words';
import type { FormField } from './call-plan';

/** Words that say what sort of thing a field holds, which its name may leave out: "mail address", "phone number". */
const SORTS = new Set(['address', 'number', 'level', 'date', 'full', 'value', 'count', 'code'].flatMap((word) => stemsIn(word)));

/** The fields that words name: by label or name, whole or by all of their words; then by one of their values, then by what is meant. */
export function fieldsCalled(words: string, fields: readonly FormField[]): FormField[] {
  const wanted = stemsIn(words);
  if (wanted.length === 0) return [];
  const stemsOf = (field: FormField) => new Set([...stemsIn(field.label), ...stemsIn(field.path.at(-1) ?? '')]);
  const exact = fields.filter((field) => [field.label, field.path.at(-1) ?? ''].some((name) => stemsIn(name).join(' ') === wanted.join(' ')));
  if (exact.length > 0) return exact;
  const named = fields.filter((field) => wanted.every((word) => stemsOf(field).has(word)));
  if (named.length > 0) return named;
  // "closed", "high priority"
  const valued = fields.filter((field) => (field.options ?? []).some((option) => stemsIn(String(option)).join(' ') === wanted.filter((word) => !stemsOf(field).has(word)).join(' ')));
  if (valued.length > 0) return valued;
  const meant = wanted.filter((word) => !SORTS.has(word));
  if (meant.length > 0 && meant.length < wanted.length) return fieldsCalled(meant.join(' '), fields);
  const concepts = wanted.length === 1 ? conceptsOf(wanted[0] ?? '') : [];
  const alike = fields.filter((field) => [...stemsOf(field)].some((stem) => conceptsOf(stem).some((each) => concepts.includes(each))));
  return alike.length === 1 ? alike : [];
}

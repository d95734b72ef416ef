import { keptOnly } from './column-edits';
import type { Item } from '../read/link';
import type { Editing } from './editing';

const ONLY = /^\s*(?:(?:please|ok(?:ay)?|now|and)[\s,]+)*(?:show\s+|keep\s+)?(?:me\s+)?(?:only|just)\s+(?:the\s+)?([\p{L}\s,_-]+?)(?:\s+columns?)?(?:\s*,?\s*please)?[\s.!]*$/iu;

/** "just name and price": the columns of a table that stay; false where those that are named aren't its. */
export function onlyThose(editing: Editing, prompt: string): boolean {
  const [, what] = ONLY.exec(prompt) ?? [];
  const wish = what === undefined ? null : editing.exactly(what);
  // "the customer" goes by a name.
  const owners = wish?.entities.flatMap((entity) => (entity.title ? [{ field: entity.title, entity, item: {} as Item }] : [])) ?? [];
  if (!wish || owners.length < wish.entities.length) return false;
  return editing.took(keptOnly(editing.plan.blocks, { ...wish, entities: [], loose: [...wish.loose, ...owners] }, editing.catalogue));
}

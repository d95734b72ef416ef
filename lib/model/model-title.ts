/** Names that are written in capitals. */
const CAPITALS = new Set(['gpt', 'glm', 'oss']);

/** A model's id as people say it: `claude-sonnet-5-5` → `Claude Sonnet 5.5`, `anthropic/claude-…` without the maker. */
export function modelTitle(model: string): string {
  const name = model.slice(model.lastIndexOf('/') + 1);
  const words = name.replace(/(?<=-\d)-(?=\d(?:-|$))/g, '.').split('-').filter(Boolean);
  return words.map((word) => (CAPITALS.has(word) ? word.toUpperCase() : word[0]!.toUpperCase() + word.slice(1))).join(' ');
}

/** Elements that load, navigate or replace the document. No policy covers all of what they do in every engine. */
export const FORBIDDEN_TAGS: ReadonlySet<string> = new Set([
  'link', 'meta', 'base', 'iframe', 'frame', 'frameset', 'object', 'embed', 'portal', 'fencedframe', 'script',
]);

/** The same tags, with or without a namespace, in a text that would be parsed as HTML. */
export const FORBIDDEN_MARKUP = new RegExp(`<\\s*/?(?:[a-z0-9]+:)?(?:${[...FORBIDDEN_TAGS].join('|')})\\b`, 'i');

/** A tag's name without namespace prefix, as parsers compare it. */
export function localTag(name: string): string {
  return name.toLowerCase().split(':').pop() ?? '';
}

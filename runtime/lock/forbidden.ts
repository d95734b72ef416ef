import { afterLast, lowerCase, matches } from './pristine';

/** Elements that load, navigate or replace the document. No policy covers all of what they do in every engine. */
const FORBIDDEN_TAGS = ['link', 'meta', 'base', 'iframe', 'frame', 'frameset', 'object', 'embed', 'portal', 'fencedframe', 'script'];

const FORBIDDEN_TAG = new RegExp(`^(?:${FORBIDDEN_TAGS.join('|')})$`);

/**
 * The same tags in a text that would be parsed, with whatever prefix a namespace can have. In XML an entity can spell
 * a tag that isn't in the text, so none may be declared.
 */
const FORBIDDEN_MARKUP = new RegExp(`<\\s*/?(?:[^\\s<>/:]+:)?(?:${FORBIDDEN_TAGS.join('|')})(?![\\w-])|<!ENTITY`, 'i');

/** @param tag as given to createElement, perhaps with a prefix and in capitals */
export function isForbiddenTag(tag: string): boolean {
  return matches(FORBIDDEN_TAG, lowerCase(afterLast(tag, ':')));
}

export function isForbiddenMarkup(text: string): boolean {
  return matches(FORBIDDEN_MARKUP, text);
}

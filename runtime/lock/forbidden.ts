import { afterLast, lowerCase, matches } from './pristine';

/**
 * Elements that load, navigate or replace the document, and those with which a browser asks for a device itself. No policy
 * covers all of what they do in every engine.
 */
const FORBIDDEN_TAGS = [
  'link', 'meta', 'base', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'fencedframe', 'controlledframe', 'webview', 'script',
  'permission', 'geolocation', 'usermedia', 'install', 'login',
];

const FORBIDDEN_TAG = new RegExp(`^(?:${FORBIDDEN_TAGS.join('|')})$`);

/**
 * The same tags in a text that would be parsed, with whatever prefix a namespace can have. In XML an entity can spell
 * a tag that isn't in the text, so none may be declared, and a style sheet may be named. No listener on the window sees
 * into a shadow root, so there is none.
 */
const FORBIDDEN_MARKUP = new RegExp(`<\\s*/?(?:[^\\s<>/:]+:)?(?:${FORBIDDEN_TAGS.join('|')})(?![\\w-])|<!ENTITY|<\\?xml-stylesheet|shadowroot`, 'i');

/** @param tag as given to createElement, perhaps with a prefix and in capitals */
export function isForbiddenTag(tag: string): boolean {
  return matches(FORBIDDEN_TAG, lowerCase(afterLast(tag, ':')));
}

export function isForbiddenMarkup(text: string): boolean {
  return matches(FORBIDDEN_MARKUP, text);
}

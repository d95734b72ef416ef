import { isForbiddenMarkup } from '../lock/forbidden';

const VOID_TAGS = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

/**
 * Props of a plain tag without what makes React throw: a style as text, a handler that is no function, a void tag's
 * children. The same object where nothing had to change.
 */
export function showableProps(tag: string, props: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  let changed: Record<string, unknown> | null = null;
  for (const name in props) {
    if (isShowable(tag, name, props[name])) continue;
    changed ??= { ...props };
    delete changed[name];
  }
  return changed ?? props;
}

function isShowable(tag: string, name: string, value: unknown): boolean {
  if (name === 'children') return !VOID_TAGS.has(tag);
  if (name === 'style') return typeof value === 'object';
  if (name === 'ref') return typeof value !== 'string';
  if (name === 'dangerouslySetInnerHTML') return isHtml(value) && !VOID_TAGS.has(tag);
  if (/^on[A-Z]/.test(name)) return typeof value === 'function' || value === null || value === undefined;
  return true;
}

function isHtml(value: unknown): boolean {
  const { __html: html } = (value ?? {}) as { __html?: unknown };
  return typeof html === 'string' && !isForbiddenMarkup(html);
}

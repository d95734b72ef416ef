import { isForbiddenMarkup } from '../lock/forbidden';

const VOID_TAGS = new Set(['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'track', 'wbr']);

type Ref = (node: unknown) => unknown;

/** A ref's function that throws would take everything around it down. The same one for the same function, or it would be called each time. */
const guardedRefs = new WeakMap<Ref, Ref>();

function guardedRef(ref: Ref): Ref {
  const known = guardedRefs.get(ref);
  if (known) return known;
  const made: Ref = (node) => {
    const cleanUp = attempt(() => ref(node));
    return typeof cleanUp === 'function' ? () => void attempt(cleanUp as () => unknown) : undefined;
  };
  guardedRefs.set(ref, made).set(made, made);
  return made;
}

/** What is thrown goes where the throws of handlers go: to the window. */
function attempt(run: () => unknown): unknown {
  try {
    return run();
  } catch (error) {
    reportError(error);
    return undefined;
  }
}

type Props = Readonly<Record<string, unknown>>;

/** Props of a component without what makes React throw wherever they are handed on to. The same object where nothing had to change. */
export function componentProps(props: Props): Props {
  const { style, ref } = props;
  const isStyle = style === undefined || style === null || typeof style === 'object';
  if (isStyle && typeof ref !== 'function') return props;
  return { ...props, ...(!isStyle && { style: undefined }), ...(typeof ref === 'function' && { ref: guardedRef(ref as Ref) }) };
}

/**
 * Props of a plain tag without what makes React throw: a style as text, a handler that is no function, a void tag's
 * children. The same object where nothing had to change.
 */
export function showableProps(tag: string, props: Props): Props {
  let changed: Record<string, unknown> | null = null;
  for (const name in props) {
    if (isShowable(tag, name, props[name])) continue;
    changed ??= { ...props };
    delete changed[name];
  }
  if (typeof props.ref === 'function') changed = { ...(changed ?? props), ref: guardedRef(props.ref as Ref) };
  return changed ?? props;
}

function isShowable(tag: string, name: string, value: unknown): boolean {
  if (name === 'children') return !VOID_TAGS.has(tag);
  if (name === 'style') return typeof value === 'object';
  if (name === 'ref') return typeof value !== 'string';
  if (name === 'dangerouslySetInnerHTML') return isHtml(value) && !VOID_TAGS.has(tag);
  if (/^on[A-Z]/.test(name)) return typeof value === 'function' || value === null || value === undefined;
  // Object.create(null) has no text, and an attribute is one.
  return typeof value !== 'object' || value === null || 'toString' in value;
}

function isHtml(value: unknown): boolean {
  const { __html: html } = (value ?? {}) as { __html?: unknown };
  return typeof html === 'string' && !isForbiddenMarkup(html);
}

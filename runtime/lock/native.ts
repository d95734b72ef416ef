/**
 * What an element or an event is, asked of the browser itself. Generated code may give any object properties of its own
 * (`localName`, `isConnected`, `preventDefault`), and may say of any object that it is an `instanceof` anything.
 */
import { apply, lowerCase } from './pristine';

type Getter = () => unknown;

const getterOf = (target: object, name: string): Getter => Object.getOwnPropertyDescriptor(target, name)!.get!;

const localName = getterOf(Element.prototype, 'localName');
const namespaceUri = getterOf(Element.prototype, 'namespaceURI');
const parentNode = getterOf(Node.prototype, 'parentNode');
const eventType = getterOf(Event.prototype, 'type');
const uiDetail = getterOf(UIEvent.prototype, 'detail');
const activity = typeof UserActivation === 'undefined' ? null : getterOf(UserActivation.prototype, 'isActive');
const { getRootNode } = Node.prototype;
const { querySelector } = Document.prototype;
const { closest, getAttribute, getAttributeNS, hasAttribute } = Element.prototype;
const { composedPath, preventDefault } = Event.prototype;
const { userActivation } = navigator;
const ownDocument = document;

const XLINK = 'http://www.w3.org/1999/xlink';
const MATHML = 'http://www.w3.org/1998/Math/MathML';

/** A getter's answer; undefined where the object isn't of its kind. */
function ask(getter: Getter, of: unknown): unknown {
  try {
    return apply(getter, of, []);
  } catch {
    return undefined;
  }
}

/**
 * Whether a click on it could lead somewhere. With or without an address: SVG can animate one in, and MathML has them on
 * any element.
 */
function isLink(node: unknown): boolean {
  const name = ask(localName, node);
  if (typeof name !== 'string') return false;
  const tag = lowerCase(name);
  return tag === 'a' || tag === 'area' || ask(namespaceUri, node) === MATHML;
}

/** The link that a click on this node would follow; null where there is none, and for what is no node. */
export function linkAbove(node: unknown): Element | null {
  for (let at = node; at; at = ask(parentNode, at)) if (isLink(at)) return at as Element;
  return null;
}

/** A copy that SVG makes with `use`, where there is a link to be copied: what stands in it isn't in an event's path. */
function isCopy(node: unknown): boolean {
  return ask(localName, node) === 'use' && apply(querySelector, ownDocument, ['svg a']) !== null;
}

/** The link that an event goes through, or what may hide one; null where there is none. */
export function linkInPath(event: Event): Element | null {
  const path = apply(composedPath, event, []) as readonly unknown[];
  for (let at = 0; at < path.length; at++) if (isLink(path[at])) return path[at] as Element;
  for (let at = 0; at < path.length; at++) if (isCopy(path[at])) return path[at] as Element;
  return null;
}

/** A link's address as it is written; null where it has none, and for a copy, whose address is what it copies. */
export function hrefOf(link: Element): string | null {
  if (isCopy(link)) return null;
  return (apply(getAttribute, link, ['href']) ?? apply(getAttributeNS, link, [XLINK, 'href'])) as string | null;
}

/** The name under which a link wants to be saved; null for a link that is to be opened. */
export function downloadNameOf(link: Element): string | null {
  return apply(hasAttribute, link, ['download']) ? (apply(getAttribute, link, ['download']) as string) : null;
}

/** The node itself or the nearest above it that fits; null where there is none, and for what is no element. */
export function closestTo(node: unknown, selector: string): Element | null {
  return typeof ask(localName, node) === 'string' ? (apply(closest, node, [selector]) as Element | null) : null;
}

/** Whether the window's listeners hear of what happens to it. */
export function isInDocument(node: unknown): boolean {
  try {
    return apply(getRootNode, node, []) === ownDocument;
  } catch {
    return false;
  }
}

/** Whether it's an event that a person's hand could have caused, made by code. */
export function isGesture(event: unknown): boolean {
  const type = ask(eventType, event);
  return type === 'click' || type === 'auxclick' || type === 'DOMActivate' || ask(uiDetail, event) !== undefined;
}

export function prevent(event: Event): void {
  apply(preventDefault, event, []);
}

/** Whether a person did something in this frame a moment ago, or (where the browser doesn't tell) whether this event is theirs. */
export function isByPerson(event?: Event): boolean {
  // An event's own `isTrusted` can't be put in another's place: the standard makes it unforgeable.
  if (event?.isTrusted) return true;
  return activity !== null && apply(activity, userActivation, []) === true;
}

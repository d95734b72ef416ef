import { isValidElement, type ReactNode } from 'react';
import { STAND_IN } from '../stand-in';

/** What is said about a child that can't be shown. */
export type OnUnshowable = (what: string) => void;

/** UTF-16 units of an object that is shown as text by mistake: enough to see what it is. */
const MAX_OBJECT_TEXT = 80;
/** A chapter. The browser lays a text out in one go: a million letters without a space take seconds. */
const MAX_TEXT_UNITS = 100_000;

/**
 * What React can show of a child: an object becomes a short text, a promise or a function nothing. React would throw on
 * them, outside of any component of the program, and everything around would be lost.
 * `keepFunctions` is for components that take a function as their child.
 */
export function showable(child: unknown, onUnshowable: OnUnshowable, keepFunctions = false): ReactNode {
  if (child === null || child === undefined || child === STAND_IN) return null;
  if (typeof child === 'function') return keepFunctions ? (child as unknown as ReactNode) : sayFunction(child, onUnshowable);
  if (typeof child === 'symbol') return child.toString();
  if (typeof child === 'string' && child.length > MAX_TEXT_UNITS) return cutText(child, onUnshowable);
  if (typeof child !== 'object' || isValidElement(child)) return child as ReactNode;
  if (Array.isArray(child)) return showableList(child, onUnshowable, keepFunctions);
  return showableObject(child, onUnshowable, keepFunctions);
}

/** The same list where nothing in it needed to change. */
function showableList(list: readonly unknown[], onUnshowable: OnUnshowable, keepFunctions: boolean): ReactNode {
  let changed: ReactNode[] | null = null;
  for (let i = 0; i < list.length; i++) {
    const item = showable(list[i], onUnshowable, keepFunctions);
    if (item === list[i] || (item === null && list[i] === undefined)) continue;
    changed ??= [...list] as ReactNode[];
    changed[i] = item;
  }
  return changed ?? (list as ReactNode[]);
}

function showableObject(child: object, onUnshowable: OnUnshowable, keepFunctions: boolean): ReactNode {
  if (isPortal(child)) return child as ReactNode;
  if (child instanceof Date) return Number.isNaN(child.getTime()) ? '' : child.toLocaleString();
  if (typeof (child as { then?: unknown }).then === 'function') {
    onUnshowable('A promise was used as a child; read it with useData.');
    return null;
  }
  if (Symbol.iterator in child) return showableList([...(child as Iterable<unknown>)], onUnshowable, keepFunctions);
  onUnshowable('An object was used as a child; show one of its fields.');
  return objectText(child);
}

function sayFunction(child: unknown, onUnshowable: OnUnshowable): null {
  onUnshowable(`A function was used as a child; call it or write it as a tag${nameOf(child)}.`);
  return null;
}

function cutText(text: string, onUnshowable: OnUnshowable): string {
  onUnshowable(`A text of ${text.length.toLocaleString('en')} characters is cut at ${MAX_TEXT_UNITS.toLocaleString('en')}.`);
  return `${text.slice(0, MAX_TEXT_UNITS)}…`;
}

function nameOf(child: unknown): string {
  const name = (child as { name?: unknown }).name;
  return typeof name === 'string' && /^[A-Z]\w*$/.test(name) ? `, <${name} />` : '';
}

const PORTAL = Symbol.for('react.portal');

function isPortal(child: object): boolean {
  return (child as { $$typeof?: unknown }).$$typeof === PORTAL;
}

function objectText(child: object): string {
  try {
    const text = JSON.stringify(child) ?? '';
    return text.length > MAX_OBJECT_TEXT ? `${text.slice(0, MAX_OBJECT_TEXT)}…` : text;
  } catch {
    return '…';
  }
}

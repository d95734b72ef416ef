import { createElement, type ElementType, Fragment, isValidElement, type ReactNode } from 'react';
import type { Callbacks } from '../guard/callbacks';
import type { Elements } from '../guard/elements';
import { isForbiddenTag } from '../lock/forbidden';
import { STAND_IN } from '../stand-in';
import { type OnUnshowable, showable } from './children';
import { createOnlyChildren } from './only-children';
import type { Parts } from './parts';
import { showableProps } from './props';
import { PartToCome } from '../skeleton';

type GivenProps = Readonly<Record<string, unknown>> | null | undefined;

/** `createElement` as generated code has it. */
export type MakeElement = (type: unknown, props?: GivenProps, ...children: unknown[]) => ReactNode;

export type ElementGuards = { elements: Pick<Elements, 'made'>; callbacks: Callbacks };

/** Props that take a component and not an element; their value must be as stable as a tag. */
const COMPONENT_PROPS = ['icon', 'as', 'component'];

/**
 * Makes every element of the program: components become their stable parts, and what React would throw on never reaches it.
 */
export function createMakeElement(parts: Parts, guards: ElementGuards, onUnshowable: OnUnshowable): MakeElement {
  const onlyChildren = createOnlyChildren();
  return (type, given, ...written) => {
    guards.elements.made();
    const children = onlyChildren.place(written);
    const { type: resolved, isOwn } = resolveType(type, parts, onUnshowable);
    if (resolved === null) return null;
    let props: Readonly<Record<string, unknown>> = given ?? {};
    if (typeof resolved === 'string') props = showableProps(resolved, props);
    else props = withStableComponents(props, parts);
    if (typeof props.ref === 'function') props = { ...props, ref: guards.callbacks.of(props.ref as () => unknown) };
    if (isOwn) {
      onlyChildren.remember(children);
      return createElement(resolved, props, ...(children as ReactNode[]));
    }

    const keepFunctions = typeof resolved !== 'string' && resolved !== Fragment;
    const shown = (child: unknown) => showable(child, onUnshowable, keepFunctions);
    if (children.length > 0) return isVoid(resolved, props) ? createElement(resolved, props) : createElement(resolved, props, ...children.map(shown));
    return createElement(resolved, 'children' in props ? { ...props, children: shown(props.children) } : props);
  };
}

/** The type React gets, null for nothing. `isOwn` for the program's components, which clean what they return. */
function resolveType(type: unknown, parts: Parts, onUnshowable: OnUnshowable): { type: ElementType | null; isOwn: boolean } {
  if (typeof type === 'string') {
    if (!isForbiddenTag(type)) return { type: type as ElementType, isOwn: false };
    onUnshowable(`<${type}> isn’t allowed.`);
    return { type: null, isOwn: false };
  }
  if (typeof type === 'symbol') return { type: type as unknown as ElementType, isOwn: false };
  if (type === STAND_IN || !isComponent(type)) return { type: PartToCome as ElementType, isOwn: false };
  const outer = parts.outerOf(type);
  return { type: (outer ?? type) as ElementType, isOwn: outer !== undefined };
}

/** False for undefined, elements and plain objects, also for what the browser has by the name of a component (`Map`). */
function isComponent(type: unknown): type is object {
  if (typeof type === 'function') return (globalThis as Record<string, unknown>)[type.name] !== type;
  return typeof type === 'object' && type !== null && '$$typeof' in type && !isValidElement(type);
}

function withStableComponents(props: Readonly<Record<string, unknown>>, parts: Parts): Readonly<Record<string, unknown>> {
  let changed: Record<string, unknown> | null = null;
  for (const name of COMPONENT_PROPS) {
    const value = props[name];
    const outer = typeof value === 'function' ? parts.outerOf(value) : undefined;
    if (outer) changed = { ...(changed ?? props), [name]: outer };
  }
  return changed ?? props;
}

function isVoid(type: ElementType, props: object): boolean {
  return typeof type === 'string' && showableProps(type, { ...props, children: true }).children === undefined;
}

import { createElement, type ElementType, Fragment, isValidElement, type ReactNode } from 'react';
import type { Elements } from '../guard/elements';
import { isForbiddenTag } from '../lock/forbidden';
import { STAND_IN } from '../stand-in';
import { PartToCome } from '../skeleton/part-to-come';
import { type OnUnshowable, showable } from './children';
import type { KitGuards } from './kit-guard';
import type { LooseParts } from './loose';
import { createOnlyChildren } from './only-children';
import type { Parts } from './parts';
import { componentProps, showableProps } from './props';

type Props = Readonly<Record<string, unknown>>;
type GivenProps = Readonly<Record<string, unknown>> | null | undefined;

/** `createElement` as generated code has it. */
export type MakeElement = (type: unknown, props?: GivenProps, ...children: unknown[]) => ReactNode;

/** What stands behind a tag, and who counts. */
export type ElementSources = { parts: Parts; loose: LooseParts; kit: KitGuards; elements: Pick<Elements, 'made'> };

/** Props that take a component and not an element; their value must be as stable as a tag. */
const COMPONENT_PROPS = ['icon', 'as', 'component'];

/**
 * Makes every element of the program: components become their stable parts, and what React would throw on never reaches it.
 */
export function createMakeElement(sources: ElementSources, onUnshowable: OnUnshowable): MakeElement {
  const resolve = createResolve(sources, onUnshowable);
  const { elements } = sources;
  const onlyChildren = createOnlyChildren();
  return (type, given, ...written) => {
    elements.made();
    const children = onlyChildren.place(written);
    const { type: resolved, props, isOwn } = resolve(type, given ?? {});
    if (resolved === null) return null;
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

/** What React gets; no type for nothing. `isOwn` for the program's components, which clean what they return. */
type Resolved = { type: ElementType | null; props: Props; isOwn: boolean };

function createResolve({ parts, loose, kit }: ElementSources, onUnshowable: OnUnshowable): (type: unknown, props: Props) => Resolved {
  function tag(type: string, props: Props): Resolved {
    const isName = /^[a-z]/i.test(type);
    if (isName && !isForbiddenTag(type)) return { type: type as ElementType, props: showableProps(type, props), isOwn: false };
    onUnshowable(isName ? `<${type}> isn’t allowed.` : `'${type}' is no name of a tag.`);
    return { type: null, props, isOwn: false };
  }

  return (type, given) => {
    if (typeof type === 'string') return tag(type, given);
    const props = componentProps(withStableComponents(given, parts));
    if (typeof type === 'symbol') return { type: type as unknown as ElementType, props, isOwn: false };
    if (type === STAND_IN || !isComponent(type)) return { type: PartToCome as ElementType, props: { given: props }, isOwn: false };
    const outer = parts.outerOf(type);
    if (outer) return { type: outer as ElementType, props, isOwn: true };
    if (typeof type === 'function' && !kit.isKnown(type)) return { ...loose.typeOf(type, props), isOwn: true };
    return { type: kit.guarded(type) as ElementType, props, isOwn: false };
  };
}

/** False for undefined, elements and plain objects, also for what the browser has by the name of a component (`Map`). */
function isComponent(type: unknown): type is object {
  if (typeof type === 'function') return (globalThis as Record<string, unknown>)[type.name] !== type;
  return typeof type === 'object' && type !== null && '$$typeof' in type && !isValidElement(type);
}

function withStableComponents(props: Props, parts: Parts): Props {
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

'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** So near to the end counts as being there: a person who scrolled up to read is left alone. */
const NEAR = 80;

type Place = { atEnd: boolean; top: number };
type Measures = Pick<HTMLElement, 'scrollTop' | 'scrollHeight' | 'clientHeight'>;

/** Where a box stands after it scrolled. Only who goes up leaves the end: what grew below it meanwhile takes nobody away. */
export function placeAfter(before: Place, { scrollTop, scrollHeight, clientHeight }: Measures): Place {
  const isNear = scrollHeight - scrollTop - clientHeight < NEAR;
  return { atEnd: isNear || (before.atEnd && scrollTop >= before.top), top: scrollTop };
}

/** Keeps a scrolling box at its end while what is in it grows. Give `box` to the box and `content` to its one child. */
export function useStickToEnd<Box extends HTMLElement, Content extends HTMLElement>(): {
  box: RefObject<Box | null>;
  content: RefObject<Content | null>;
} {
  const box = useRef<Box>(null);
  const content = useRef<Content>(null);
  useEffect(() => {
    const scroller = box.current!;
    let place: Place = { atEnd: true, top: 0 };
    const onScroll = () => (place = placeAfter(place, scroller));
    const toEnd = () => {
      if (place.atEnd) scroller.scrollTop = scroller.scrollHeight;
      // Also where the browser took it up, because what was in it got shorter.
      place = { ...place, top: scroller.scrollTop };
    };
    const watch = new ResizeObserver(toEnd);
    watch.observe(content.current!);
    watch.observe(scroller);
    scroller.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      watch.disconnect();
      scroller.removeEventListener('scroll', onScroll);
    };
  }, []);
  return { box, content };
}

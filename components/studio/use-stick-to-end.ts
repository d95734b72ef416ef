'use client';

import { type RefObject, useEffect, useRef } from 'react';

/** So near to the end counts as being there: a person who scrolled up to read is left alone. */
const NEAR = 80;

/** Keeps a scrolling box at its end while what is in it grows. Give `box` to the box and `content` to its one child. */
export function useStickToEnd<Box extends HTMLElement, Content extends HTMLElement>(): {
  box: RefObject<Box | null>;
  content: RefObject<Content | null>;
} {
  const box = useRef<Box>(null);
  const content = useRef<Content>(null);
  useEffect(() => {
    const scroller = box.current!;
    let atEnd = true;
    const onScroll = () => (atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < NEAR);
    const toEnd = () => {
      if (atEnd) scroller.scrollTop = scroller.scrollHeight;
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

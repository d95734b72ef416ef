import { type ReactNode, startTransition, Suspense, useInsertionEffect, useLayoutEffect } from 'react';
import { createRoot } from 'react-dom/client';
import { Guard } from './guard';
import { type ShownSwap, SwapContext } from './swap-context';
import { PartToCome } from '../skeleton/part-to-come';

export type Frame = ShownSwap & { css: string; child: ReactNode };

export type Stage = { show(frame: Frame): void };

export type StageEvents = {
  onError(error: unknown): void;
  /** A frame has reached the document; it is painted next. */
  onShown(seq: number): void;
};

/** The one root of the guest. A frame is rendered as a transition, so that typing goes before it. */
export function createStage(element: Element, style: HTMLStyleElement, events: StageEvents): Stage {
  const root = createRoot(element, { onUncaughtError: events.onError, onCaughtError: () => {}, onRecoverableError: () => {} });

  function Shown({ frame }: { frame: Frame }): ReactNode {
    const { seq, css } = frame;
    // With the frame it was made for: classes that went away are still there while the old frame is.
    useInsertionEffect(() => {
      if (style.textContent !== css) style.textContent = css;
    }, [css]);
    useLayoutEffect(() => events.onShown(seq), [seq]);
    return null;
  }

  return {
    show(frame) {
      const { seq, done, provisional, child } = frame;
      startTransition(() =>
        root.render(
          <SwapContext value={{ seq, done, provisional }}>
            <Guard onError={events.onError} fallback={<PartToCome />}>
              <Suspense fallback={<PartToCome />}>{child}</Suspense>
            </Guard>
            <Shown frame={frame} />
          </SwapContext>,
        ),
      );
    },
  };
}

import { type ReactNode, startTransition, Suspense, useInsertionEffect, useLayoutEffect, useMemo } from 'react';
import { createRoot } from 'react-dom/client';
import { Guard } from './guard';
import { DataVersionContext, type ShownSwap, SwapContext } from './swap-context';
import { PartToCome } from '../skeleton/part-to-come';

export type Frame = ShownSwap & { seq: number; css: string; dataVersion: number; child: ReactNode };

/** `redraw` renders the parts that have changed, in the same frame. */
export type Stage = { show(frame: Frame, redraw: () => void): void };

export type StageEvents = {
  onError(error: unknown): void;
  /** A frame is put in place: effects that run from now on are its own. */
  onPlaced(seq: number): void;
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
    // Effects of this kind run before all others of the frame.
    useInsertionEffect(() => events.onPlaced(seq), [seq]);
    useLayoutEffect(() => events.onShown(seq), [seq]);
    return null;
  }

  function Whole({ frame }: { frame: Frame }): ReactNode {
    const { done, unsettled, dataVersion, child } = frame;
    const swap = useMemo(() => ({ done, unsettled }), [done, unsettled]);
    return (
      <SwapContext value={swap}>
        <DataVersionContext value={dataVersion}>
          <Guard onError={events.onError} fallback={<PartToCome />}>
            <Suspense fallback={<PartToCome />}>{child}</Suspense>
          </Guard>
          <Shown frame={frame} />
        </DataVersionContext>
      </SwapContext>
    );
  }

  return {
    show(frame, redraw) {
      startTransition(() => {
        redraw();
        root.render(<Whole frame={frame} />);
      });
    },
  };
}

'use client';

import { useTheme } from 'next-themes';
import { useEffect, useRef, useState } from 'react';
import type { Theme } from '@/lib/bridge/messages';
import { sendCalls } from '@/lib/client/api';
import { shownProgram } from '@/lib/client/library';
import { FinishedFrame } from '@/lib/sandbox/finished-frame';
import { MAX_RUNNING, Places } from './places';

const places = new Places(MAX_RUNNING);

/** How much larger an interface is laid out than it is shown: a small one is looked at, not worked with. */
const SCALE = 0.5;
/** A frame that shows nothing in this time leaves its place to another. */
const MAX_START_MS = 20_000;

export type PinState = 'waiting' | 'running' | 'asks' | 'failed';

/** A program alive and small, while it's on the screen and there's a place for it. It's looked at only: nothing in it takes a click or the focus. */
export function RunningPin({ program, onState }: { program: { id: string; title: string; currentVersionId: string | null }; onState(state: PinState): void }) {
  const { resolvedTheme } = useTheme();
  const holder = useRef<HTMLDivElement>(null);
  const frame = useRef<FinishedFrame | null>(null);
  const [shown, setShown] = useState(false);
  const theme: Theme = resolvedTheme === 'dark' ? 'dark' : 'light';
  const latest = useRef({ theme, onState });
  useEffect(() => {
    latest.current = { theme, onState };
    frame.current?.setTheme(theme);
  });

  const { id, title, currentVersionId: versionId } = program;
  useEffect(() => {
    const element = holder.current!;
    let stop = () => {};
    const start = () => {
      const abort = new AbortController();
      let timer: ReturnType<typeof setTimeout> | undefined;
      let asks = false;
      const close = () => {
        abort.abort();
        clearTimeout(timer);
        frame.current?.close();
        frame.current = null;
        setShown(false);
        leave();
      };
      const end = (state: PinState) => {
        close();
        latest.current.onState(state);
      };
      const begin = async () => {
        timer = setTimeout(() => end('failed'), MAX_START_MS);
        const { swap, bindings, shared, frame: address, late } = await shownProgram(id);
        if (abort.signal.aborted) return;
        frame.current = new FinishedFrame(
          element,
          { title, swap, bindings, shared, state: {} },
          { frame: address, late, theme: latest.current.theme, reducedMotion: true, locale: navigator.language },
          {
            onCalls: (calls, answer, signal) =>
              void sendCalls(
                { programId: id, versionId },
                calls,
                {
                  answer(one) {
                    if (!one.ok && one.error.code === 'not-granted') asks = true;
                    answer(one);
                    if (asks) end('asks');
                  },
                  // Nobody is asked for leave from here: it's opened large for that.
                  onWait: () => end('asks'),
                },
                signal,
              ),
            onState: () => {},
            onShared: () => {},
            onOutgoing: () => {},
            onPassword: () => {},
            onProblem: () => end('failed'),
            onShown() {
              clearTimeout(timer);
              setShown(true);
              latest.current.onState('running');
            },
          },
        );
      };
      const leave = places.ask(() => void begin().catch(() => abort.signal.aborted || end('failed')));
      return close;
    };
    const watch = new IntersectionObserver(([entry]) => {
      stop();
      stop = entry!.isIntersecting ? start() : () => {};
    });
    watch.observe(element);
    return () => {
      watch.disconnect();
      stop();
    };
  }, [id, title, versionId]);

  return (
    <div
      ref={holder}
      inert
      aria-hidden
      className="pointer-events-none absolute top-0 left-0 origin-top-left bg-background transition-opacity duration-200 data-[shown=false]:opacity-0"
      data-shown={shown}
      style={{ width: `${100 / SCALE}%`, height: `${100 / SCALE}%`, transform: `scale(${SCALE})` }}
    />
  );
}

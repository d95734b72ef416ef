'use client';

import { useTheme } from 'next-themes';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { AskedOf, Theme } from '@/lib/bridge/messages';
import type { Source } from '@/lib/program/program';
import type { FrameUrls } from '@/lib/sandbox/assets';
import { type FrameEvents, LiveFrame } from '@/lib/sandbox/iframe';

/** What can be asked of a frame from outside. */
export type FrameHandle = {
  /** A small PNG of what is shown, as a data URL. */
  picture(): Promise<string | null>;
  /** A PNG of all of it, in its own size. */
  wholePicture(): Promise<string | null>;
  /** Data functions that were called, and with what, the latest first. */
  asked(): Promise<AskedOf[]>;
  /** Starts the interface again in a new frame; what was typed into it is lost. */
  restart(): void;
  /** Brings the keyboard into the interface. */
  focus(): void;
};

export type FrameProps = FrameEvents & {
  source: Source;
  /** False while more of the source is on its way. */
  ended: boolean;
  urls: FrameUrls;
  bindings: string[];
  shared: Record<string, unknown>;
  title: string;
  /** Places that show data are marked, to be picked. */
  inspecting: boolean;
  ref?: Ref<FrameHandle>;
};

/** Generated code, living in its sandbox. Everything it asks for goes through the events. */
export function Frame(props: FrameProps) {
  const { source, ended, urls, shared, ref } = props;
  // A connection that comes or goes needs a new frame: what generated code can name is fixed before it starts.
  const kind = `${urls.frame} ${urls.worker} ${props.bindings.join(' ')}`;
  const container = useRef<HTMLDivElement>(null);
  const frame = useRef<LiveFrame | null>(null);
  const { resolvedTheme } = useTheme();
  const theme: Theme = resolvedTheme === 'dark' ? 'dark' : 'light';
  const latest = useRef<FrameProps & { theme: Theme }>({ ...props, theme });
  useEffect(() => {
    latest.current = { ...props, theme };
  });

  useEffect(() => {
    const { bindings, title, shared: values, theme: firstTheme, urls: its } = latest.current;
    const reducedMotion = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    const live = new LiveFrame(
      container.current!,
      { urls: its, title: `${title} (interface)`, theme: firstTheme, reducedMotion, locale: navigator.language, bindings, shared: values },
      {
        onCalls: (calls, answer, signal) => latest.current.onCalls(calls, answer, signal),
        onProblem: (problem) => latest.current.onProblem(problem),
        onKey: (key) => latest.current.onKey(key),
        onOutgoing: (outgoing) => latest.current.onOutgoing(outgoing),
        onShared: (key, value) => latest.current.onShared(key, value),
        onOrigin: (picked) => latest.current.onOrigin(picked),
        onPassword: (is) => latest.current.onPassword(is),
      },
    );
    frame.current = live;
    return () => live.close();
  }, [kind]);

  useEffect(() => void frame.current?.show(source, ended), [source, ended, kind]);
  useEffect(() => void frame.current?.setTheme(theme), [theme]);
  useEffect(() => void frame.current?.inspect(props.inspecting), [props.inspecting, kind]);
  useSharedValues(frame, shared);

  useImperativeHandle(ref, () => ({
    picture: () => frame.current?.picture() ?? Promise.resolve(null),
    wholePicture: () => frame.current?.wholePicture() ?? Promise.resolve(null),
    asked: () => frame.current?.asked() ?? Promise.resolve([]),
    restart: () => frame.current?.restart(),
    focus: () => container.current?.querySelector('iframe')?.focus(),
  }));

  return <div ref={container} className="size-full" />;
}

/** Passes on what changed elsewhere; what the frame itself wrote comes back to it unchanged. */
function useSharedValues(frame: { current: LiveFrame | null }, values: Record<string, unknown>): void {
  const sent = useRef(values);
  useEffect(() => {
    for (const [key, value] of Object.entries(values)) {
      if (sent.current[key] !== value) frame.current?.setShared(key, value);
    }
    sent.current = values;
  }, [frame, values]);
}

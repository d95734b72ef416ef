import { useCallback, useEffect, useRef, useState } from 'react';
import { type Imported, keepWorkspace, startWorkspace } from '@/lib/client/projects';
import { Container, ContainerFailed, type ContainerStep, whyNot } from '@/lib/sandbox/webcontainer';
import type { Refused } from './words';

/** Characters of output that are kept; what scrolled away before is of no use any more. */
const MAX_OUTPUT = 100_000;
/** A pause in typing after which what was typed is written; Vite rebuilds with each writing. */
const WRITE_AFTER_MS = 300;
const KEPT_FILES = { 'ui.tsx': 'src/ui.tsx', 'data.ts': 'src/data.ts' } as const;

type Texts = Record<string, string>;
export type WorkspaceState = {
  step: ContainerStep | 'fetching' | null;
  failed: Refused | null;
  /** What the app itself answered, where that was a refusal. */
  message: string | null;
  output: string;
  url: string | null;
  hasEnded: boolean;
};

const BEFORE: WorkspaceState = { step: null, failed: null, message: null, output: '', url: null, hasEnded: false };

/** A program's project, from its files to what runs, and what is edited of it. */
export function useWorkspace(programId: string, clientId: string | null) {
  const [state, setState] = useState(BEFORE);
  const [texts, setTexts] = useState<Texts>({});
  const [kept, setKept] = useState<Texts>({});
  const [version, setVersion] = useState(0);
  const container = useRef<Container | null>(null);
  const unwritten = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const change = useCallback((next: Partial<WorkspaceState>) => setState((now) => ({ ...now, ...next })), []);

  const start = useCallback(async () => {
    const why = whyNot();
    if (why) return change({ failed: why });
    setState({ ...BEFORE, step: 'fetching' });
    try {
      const begun = await startWorkspace(programId);
      setTexts(begun.files);
      setKept(begun.files);
      setVersion(begun.version);
      container.current = new Container({
        files: { ...begun.files, '.env.local': `VITE_VITRINE_PAGE=${location.origin}\n` },
        clientId,
        onStep: (step) => change({ step }),
        onOutput: (text) => setState((now) => ({ ...now, output: (now.output + text).slice(-MAX_OUTPUT) })),
        onServer: (url) => change({ url }),
        onEnd: () => change({ hasEnded: true }),
      });
      await container.current.start();
    } catch (error) {
      container.current?.close();
      change(error instanceof ContainerFailed ? { failed: error.why } : { step: null, message: (error as Error).message });
    }
  }, [programId, clientId, change]);

  useEffect(() => {
    const timers = unwritten.current;
    const close = () => container.current?.close();
    addEventListener('pagehide', close);
    return () => {
      removeEventListener('pagehide', close);
      for (const timer of timers.values()) clearTimeout(timer);
      close();
    };
  }, []);

  const edit = useCallback((path: string, text: string) => {
    setTexts((all) => ({ ...all, [path]: text }));
    clearTimeout(unwritten.current.get(path));
    unwritten.current.set(path, setTimeout(() => void container.current?.write(path, text), WRITE_AFTER_MS));
  }, []);

  const edited = new Set(Object.keys(texts).filter((path) => texts[path] !== kept[path]));
  useEffect(() => {
    if (edited.size === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [edited.size]);

  /** @throws ApiError */
  const keep = async (): Promise<Imported> => {
    const { 'ui.tsx': ui, 'data.ts': data } = KEPT_FILES;
    const [uiText, dataText] = [texts[ui]!, texts[data]!];
    const came = await keepWorkspace(programId, version, { 'ui.tsx': uiText, 'data.ts': dataText });
    if (came.good) {
      setVersion(came.ordinal);
      setKept((all) => ({ ...all, [ui]: uiText, [data]: dataText }));
    }
    return came;
  };

  return { ...state, start, texts, edited, edit, version, keep, canKeep: Object.values(KEPT_FILES).some((path) => edited.has(path)) };
}

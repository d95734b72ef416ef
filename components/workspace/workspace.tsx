'use client';

import { ArrowLeftIcon, FolderDownIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { Approvals } from '@/components/approvals/approvals';
import { useApprovals } from '@/components/approvals/use-approvals';
import { ReadingBar } from '@/components/grants/reading-bar';
import { useGrants } from '@/components/grants/use-grants';
import { useReading } from '@/components/grants/use-reading';
import { notify, notifyFailure } from '@/components/shell/notify';
import { saveFile } from '@/components/shell/save-file';
import { ThemeButton } from '@/components/shell/theme-button';
import { useWide } from '@/components/studio/use-wide';
import { Button } from '@/components/ui/button';
import { Spinner } from '@/components/ui/spinner';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { Call, RecordedAnswer } from '@/lib/bridge/messages';
import { reportBreach, sendCalls } from '@/lib/client/api';
import { Begin } from './begin';
import { FileTree } from './file-tree';
import { Output } from './output';
import { Preview } from './preview';
import { Refusal } from './refusal';
import { useWorkspace } from './use-workspace';
import { type Refused, STEP_IN_WORDS } from './words';
import { zipFiles } from './zip-files';

const Editor = dynamic(() => import('./editor').then((module) => module.Editor), { ssr: false });

export type WorkspaceProps = { program: { id: string; title: string }; refusal: Refused | null; clientId: string | null };
type Pane = 'preview' | 'files' | 'code' | 'output';

/** A program as a project that runs in the browser: its files, an editor, what it prints, and how it looks. */
export function Workspace({ program, refusal, clientId }: WorkspaceProps) {
  const workspace = useWorkspace(program.id, clientId);
  const { step, failed, message, output, url, texts, edited } = workspace;
  const [path, setPath] = useState('src/ui.tsx');
  const [pane, setPane] = useState<Pane>('preview');
  const wide = useWide();
  const why = refusal ?? failed;

  const show = (next: string) => {
    setPath(next);
    setPane('code');
  };
  const panes: Record<Pane, ReactNode> = {
    files: <FileTree paths={Object.keys(texts)} edited={edited} shown={path} onShow={show} />,
    code: texts[path] !== undefined && <Editor path={path} text={texts[path]} onEdit={workspace.edit} />,
    output: <Output text={output} />,
    preview: <Running program={program} url={url} step={step} hasEnded={workspace.hasEnded} />,
  };

  return (
    <div className="flex h-dvh flex-col">
      <Header program={program} workspace={why === null && step !== null ? workspace : null} />
      {why !== null ? (
        <Refusal programId={program.id} why={why} output={output} />
      ) : step === null ? (
        <Begin programId={program.id} message={message} onStart={() => void workspace.start()} />
      ) : wide ? (
        <Wide panes={panes} path={path} />
      ) : (
        <Tabs value={pane} onValueChange={(next) => setPane(next as Pane)} className="min-h-0 flex-1 gap-2 px-2 pb-2">
          {(['preview', 'files', 'code', 'output'] as const).map((name) => (
            <TabsContent key={name} value={name} forceMount className="case m-0 min-h-0 overflow-hidden data-[state=inactive]:hidden">
              {panes[name]}
            </TabsContent>
          ))}
          <TabsList className="w-full">
            <TabsTrigger value="preview">Preview</TabsTrigger>
            <TabsTrigger value="files">Files</TabsTrigger>
            <TabsTrigger value="code">Code</TabsTrigger>
            <TabsTrigger value="output">Output</TabsTrigger>
          </TabsList>
        </Tabs>
      )}
    </div>
  );
}

function Header({ program, workspace }: { program: WorkspaceProps['program']; workspace: ReturnType<typeof useWorkspace> | null }) {
  const [keeping, setKeeping] = useState(false);
  const keep = async () => {
    setKeeping(true);
    try {
      const { ordinal, good, errors } = await workspace!.keep();
      if (good) notify(`Kept as version ${ordinal}.`);
      else notifyFailure(`Kept as version ${ordinal}, in which the check found ${errors === 1 ? 'an error' : `${errors} errors`}. The version before stays.`);
    } catch (error) {
      notifyFailure(`Nothing was kept. ${(error as Error).message}`);
    }
    setKeeping(false);
  };
  const save = () => {
    const { name, content } = zipFiles(workspace!.texts);
    saveFile(name, content);
  };
  return (
    <header className="flex h-13 shrink-0 items-center gap-1 px-3">
      <Button variant="ghost" size="icon" asChild>
        {/* Another document: only this one is isolated. */}
        <a href={`/p/${program.id}`} aria-label="Back to the interface" title="Back to the interface">
          <ArrowLeftIcon />
        </a>
      </Button>
      <p className="min-w-0 truncate px-1 text-sm font-medium">{program.title}</p>
      <p role="status" className="min-w-0 flex-1 truncate text-sm text-muted-foreground max-sm:sr-only">
        {workspace && `${STEP_IN_WORDS[workspace.step!]}${workspace.version > 0 ? ` · version ${workspace.version}` : ''}`}
      </p>
      <span className="flex-1 sm:hidden" />
      {workspace && workspace.version > 0 && (
        <>
          <Button variant="ghost" size="icon" onClick={save} aria-label="Save the project as a zip" title="Save the project as a zip">
            <FolderDownIcon />
          </Button>
          <Button size="sm" disabled={!workspace.canKeep || keeping} onClick={() => void keep()} title="ui.tsx and data.ts become a version; other files stay here">
            {keeping && <Spinner />}
            <span>
              Keep<span className="max-sm:sr-only"> as a version</span>
            </span>
          </Button>
        </>
      )}
      <ThemeButton className="max-sm:hidden" />
    </header>
  );
}

function Wide({ panes, path }: { panes: Record<Pane, ReactNode>; path: string }) {
  return (
    <Group className="min-h-0 flex-1 px-3 pb-3" orientation="horizontal" id="workspace">
      <Panel id="code" defaultSize="52%" minSize="360px">
        <Group orientation="vertical" id="workspace-code" className="h-full">
          <Panel id="editor" minSize="120px">
            <div className="case flex h-full overflow-hidden">
              <div className="w-48 shrink-0 border-r">{panes.files}</div>
              <div className="flex min-w-0 flex-1 flex-col">
                <p className="shrink-0 truncate border-b px-4 py-2 font-mono text-xs text-muted-foreground">{path}</p>
                <div className="min-h-0 flex-1">{panes.code}</div>
              </div>
            </div>
          </Panel>
          <Handle label="Resize the output" upright={false} />
          <Panel id="output" defaultSize="28%" minSize="80px">
            <div className="case h-full overflow-hidden">{panes.output}</div>
          </Panel>
        </Group>
      </Panel>
      <Handle label="Resize the preview" upright />
      <Panel id="preview" minSize="280px">
        <div className="case h-full overflow-hidden">{panes.preview}</div>
      </Panel>
    </Group>
  );
}

function Handle({ label, upright }: { label: string; upright: boolean }) {
  return (
    <Separator aria-label={label} className={`group relative outline-none ${upright ? 'w-2' : 'h-2'}`}>
      <span
        className={`absolute rounded-full transition-colors group-hover:bg-border group-focus-visible:bg-ring ${upright ? 'inset-y-6 left-1/2 w-px -translate-x-1/2' : 'inset-x-6 top-1/2 h-px -translate-y-1/2'}`}
      />
    </Separator>
  );
}

type RunningProps = { program: WorkspaceProps['program']; url: string | null; step: ReturnType<typeof useWorkspace>['step']; hasEnded: boolean };

/** The preview, with the house's questions around it: what it may read, what it may change. */
function Running({ program, url, step, hasEnded }: RunningProps) {
  const [opened, setOpened] = useState(0);
  const [calls, setCalls] = useState(0);
  const [breach, setBreach] = useState<string | null>(null);
  const { waiting, asksAdmin, look } = useApprovals(program.id, { lookAtFirst: false, linksAsk: false });
  const [writes, reads] = useMemo(() => [waiting.filter(({ effect }) => effect === 'write'), waiting.filter(({ effect }) => effect === 'read')], [waiting]);
  const send = useCallback(
    // What is edited here is no version yet.
    (batch: Call[], answer: (answer: RecordedAnswer) => void, signal: AbortSignal) =>
      sendCalls({ programId: program.id, versionId: null }, batch, { answer, onWait: look }, signal).finally(() => setCalls((count) => count + 1)),
    [program.id, look],
  );
  const openAnew = useCallback(() => setOpened((count) => count + 1), []);
  const reading = useReading(program.id, null, send, reads, openAnew);
  useGrants(program.id, calls + reading.changes, openAnew);
  const report = (why: string) => {
    setBreach(why);
    void reportBreach(program.id, why).catch(() => undefined); // The bar says it all the same.
  };
  const said = (breach && `The preview is closed. ${breach}`) ?? (hasEnded ? 'The project’s server has ended. What it said last is in the output.' : null);
  return (
    <div className="flex h-full flex-col">
      <ReadingBar asks={reading.asks} onAllow={reading.allow} onRefuse={reading.refuse} />
      <div className="min-h-0 flex-1">
        {url === null ? (
          <div className="grid h-full place-items-center p-6">
            <p className="flex items-center gap-2 text-sm text-muted-foreground">
              <Spinner /> {STEP_IN_WORDS[step ?? 'fetching']}…
            </p>
          </div>
        ) : (
          breach === null && <Preview key={opened} url={url} title={program.title} onCalls={(batch, answer, signal) => void reading.sendCalls(batch, answer, signal)} onBreach={report} />
        )}
      </div>
      {said && (
        <div role="alert" className="flex flex-wrap items-center gap-x-3 gap-y-2 border-t bg-warning/5 px-4 py-2.5 text-sm">
          <p className="min-w-0 flex-1">{said}</p>
          {breach !== null && (
            <Button size="sm" variant="outline" onClick={() => setBreach(null)}>
              Open it again
            </Button>
          )}
        </div>
      )}
      <Approvals programId={program.id} programTitle={program.title} waiting={writes} asksAdmin={asksAdmin} onAnswered={look} />
    </div>
  );
}

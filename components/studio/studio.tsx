'use client';

import { PaperclipIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { notify, notifyFailure } from '@/components/shell/notify';
import type { Lineage } from '@/components/library/lineage';
import { useKept } from '@/components/library/use-kept';
import { FileDrop, type FileDropHandle } from '@/components/files/file-drop';
import type { FrameHandle } from '@/components/frame/frame';
import { pngOf } from '@/lib/sandbox/saved-picture';
import { useSpareFrame } from '@/components/frame/use-spare-frame';
import { ModelPicker } from '@/components/prompt/model-picker';
import { PromptBox } from '@/components/prompt/prompt-box';
import type { Command } from '@/components/shell/command-menu';
import { useLeave } from '@/components/shell/leave';
import { isTyping } from '@/components/shell/keys';
import { useShell } from '@/components/shell/use-shell';
import type { Sharing } from '@/components/share/team-access';
import { useLinks } from '@/components/share/use-links';
import { asksForChanges } from '@/components/share/words';
import { Button } from '@/components/ui/button';
import { textOf } from '@/lib/client/reply-transport';
import type { Health } from '@/lib/client/library';
import type { ModelChoice } from '@/lib/model/choices';
import { covers } from '@/lib/program/leaves';
import type { FrameUrls } from '@/lib/sandbox/assets';
import { Results } from '@/lib/sandbox/results';
import { Conversation } from './conversation';
import { problemForModel } from './problem-bar';
import { Stage, type StageTab } from './stage';
import { HealthBar, changeForModel } from './health-bar';
import { StudioHeader } from './studio-header';
import { type StudioStart, useStudio } from './use-studio';
import { useHealth } from './use-health';
import { useTalk } from './use-talk';
import { useWide } from './use-wide';

const ShareDialog = dynamic(() => import('@/components/share/share-dialog').then((module) => module.ShareDialog), { ssr: false });
const RemixDialog = dynamic(() => import('@/components/library/remix-dialog').then((module) => module.RemixDialog), { ssr: false });
const ExportDialog = dynamic(() => import('@/components/project/export-dialog').then((module) => module.ExportDialog), { ssr: false });

export type StudioProps = StudioStart & {
  models: ModelChoice[];
  bindings: string[];
  shared: { revision: number; values: Record<string, unknown> };
  frameUrls: FrameUrls;
  /** Whether a link to it is open. */
  isPublic: boolean;
  /** Whether people ask for changes through one. */
  linksAsk: boolean;
  sharing: Sharing;
  lineage: Lineage;
  /** What is wrong with it since its data changed. */
  health: Health | null;
  mayChange: boolean;
  isFavourite: boolean;
  isPinned: boolean;
  /** Whether who looks may put it on the team's home. */
  mayPin: boolean;
  /** Whether who looks may make interfaces in this team. */
  mayMake: boolean;
};

/** By then an interface has its charts and rows: the start of a spare, in the same process, would be felt in it. */
const SPARE_AFTER_MS = 10_000;

/** A program beside the conversation that makes it. On a phone one at a time, with a switch. */
export function Studio(props: StudioProps) {
  const frame = useRef<FrameHandle>(null);
  const shownInterface = useMemo(
    () => ({
      asked: async () => (await frame.current?.asked()) ?? [],
      picture: async () => {
        const picture = await frame.current?.picture();
        return picture ? pngOf(picture) : null;
      },
    }),
    [],
  );
  const links = useLinks(props.program.id, shownInterface);
  const studio = useStudio(props, links.links?.some(asksForChanges) ?? props.linksAsk);
  const { busy, look, messages, restore: restoreVersion, send, stop, undoTo, versions } = studio;
  const mayChange = covers(useLeave(), 'change');
  const [tab, setTab] = useState<StageTab>('interface');
  const [isInspecting, setInspecting] = useState(false);
  const inspecting = isInspecting && tab === 'interface';
  const [text, setText] = useState('');
  const [exporting, setExporting] = useState(false);
  const [remixing, setRemixing] = useState(false);
  const { isFavourite, isPinned, toggleFavourite, togglePin } = useKept(props.program, props);
  const prompt = useRef<{ focus(): void }>(null);
  const drop = useRef<FileDropHandle>(null);
  const router = useRouter();
  const wide = useWide();
  const { talks, show, ask } = useTalk(studio, setTab);
  useSpareFrame(props.frameUrls, busy ? null : SPARE_AFTER_MS);

  const [sharing, setSharing] = useState<boolean | null>(null);
  const [results] = useState(() => new Results());
  const toSave = useMemo(() => ({ title: studio.title, tables: () => results.list(), wholePicture: async () => (await frame.current?.wholePicture()) ?? null }), [studio.title, results]);
  const isPublic = links.links?.some(({ state, mode }) => state === 'open' && mode !== 'viewer') ?? props.isPublic;
  const share = useCallback(() => setSharing(true), []);

  const focusPrompt = useCallback(() => prompt.current?.focus(), []);
  const lastPrompt = messages.findLast((message) => message.role === 'user');
  const retry = () => lastPrompt && send(textOf(lastPrompt), 'again');
  const restore = useCallback(
    (versionId: string) => restoreVersion(versionId).catch((error: Error) => notifyFailure(`The version was not restored. ${error.message}`)),
    [restoreVersion],
  );
  const inspect = useCallback((on: boolean) => {
    setInspecting(on);
    if (on) show('interface');
  }, [show]);
  const undo = undoTo && mayChange && (() => void restore(undoTo.id));

  const { health, accept, discard } = useHealth(props.program.id, props.health, versions.length);
  const healthBar = health && !busy && (
    <HealthBar
      health={health}
      mayChange={props.mayChange}
      onRepair={studio.writesAnew && props.mayChange ? () => send(changeForModel(health.binding, health.diagnostics), 'repair') : undefined}
      onLook={() => health.draftVersionId && void look(health.draftVersionId)}
      onAccept={() => void accept().then((accepted) => { if (accepted) void studio.settle(); })}
      onDiscard={() => void discard()}
    />
  );

  const canExport = studio.current !== null;
  const canRemix = canExport && props.mayMake;
  const canPin = props.mayPin && (canExport || isPinned);
  const imported = ({ ordinal, good, errors }: { ordinal: number; good: boolean; errors: number }) =>
    good ? notify(`Imported as version ${ordinal}.`) : notifyFailure(`Imported as version ${ordinal}, in which the check found ${errors === 1 ? 'an error' : `${errors} errors`}. The version before stays.`);

  const commands = useMemo<Command[]>(
    () => [
      { id: 'show-interface', title: 'Show the interface', shortcut: '1', run: () => show('interface') },
      { id: 'show-source', title: 'Show the source', shortcut: '2', run: () => show('source') },
      { id: 'show-calls', title: 'Show the data calls', shortcut: '3', run: () => show('calls') },
      { id: 'origin', title: 'Where does this come from?', shortcut: 'W', run: () => inspect(true) },
      { id: 'share', title: 'Share', shortcut: 'S', run: share },
      ...(mayChange
        ? [
            { id: 'ask', title: 'Ask for a change', shortcut: '/', run: focusPrompt },
            { id: 'file', title: 'Add a file', run: () => drop.current?.choose() },
          ]
        : []),
      ...(canExport ? [{ id: 'export', title: 'Export, or bring a project back', shortcut: 'E', run: () => setExporting(true) }] : []),
      ...(canRemix ? [{ id: 'remix', title: 'Remix', shortcut: 'R', run: () => setRemixing(true) }] : []),
      ...(canPin ? [{ id: 'pin', title: isPinned ? 'Take from the home page' : 'Pin to the home page', shortcut: 'P', run: () => void togglePin() }] : []),
      { id: 'favourite', title: isFavourite ? 'Take from favourites' : 'Add to favourites', shortcut: 'F', run: () => void toggleFavourite() },
      ...(busy && mayChange ? [{ id: 'stop', title: 'Stop writing', shortcut: 'Esc', run: stop }] : []),
      ...(undoTo && mayChange ? [{ id: 'undo', title: `Undo: back to version ${undoTo.ordinal}`, run: () => void restore(undoTo.id) }] : []),
      ...versions.map((version) => ({
        id: `version-${version.id}`,
        title: `Look at version ${version.ordinal}: ${version.label}`,
        run: () => void look(version.id),
      })),
    ],
    [busy, canExport, canPin, canRemix, focusPrompt, inspect, isFavourite, isPinned, look, mayChange, restore, share, show, stop, toggleFavourite, togglePin, undoTo, versions],
  );
  const shell = useShell(commands);

  const onKey = useCallback(
    (key: string) => {
      if (key === 'Escape' && inspecting) inspect(false);
      else if (key === 'Escape' && mayChange) stop();
      else if (key === 'w') inspect(!inspecting);
      else if (key === 's') share();
      else if (key === '1') show('interface');
      else if (key === '2') show('source');
      else if (key === '3') show('calls');
      else if (key === 'e' && canExport) setExporting(true);
      else if (key === 'r' && canRemix) setRemixing(true);
      else if (key === 'p' && canPin) void togglePin();
      else if (key === 'f') void toggleFavourite();
      else if (key === '/') focusPrompt();
      else return false;
      return true;
    },
    [canExport, canPin, canRemix, focusPrompt, inspect, inspecting, mayChange, share, show, stop, toggleFavourite, togglePin],
  );
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return;
      if (event.key !== 'Escape' && isTyping(event.target)) return;
      if (document.querySelector('[role="dialog"], [role="menu"]')) return; // Esc closes what is on top first.
      if (onKey(event.key)) event.preventDefault();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [onKey]);

  const talk = <Conversation messages={messages} busy={busy} error={studio.error} onRetry={retry} onContinue={() => send('Go on where the reply broke off.', 'continue')} onSend={ask} />;

  const promptBox = (
    <div className="p-3 pt-0 max-md:p-2">
      {mayChange ? (
        <PromptBox
          ref={prompt}
          label="Ask for a change"
          placeholder={versions.length > 0 ? 'Ask for a change' : 'Describe the interface you need'}
          value={text}
          onChange={setText}
          busy={busy}
          onStop={stop}
          onSend={(words) => {
            setText('');
            ask(words);
          }}
          low={!wide}
        >
          <Button type="button" variant="ghost" size="icon-sm" className="text-muted-foreground" onClick={() => drop.current?.choose()} aria-label="Add a file" title="Add a file">
            <PaperclipIcon />
          </Button>
          <ModelPicker models={props.models} value={studio.modelId} onChange={studio.setModelId} disabled={studio.busy} />
        </PromptBox>
      ) : (
        <p className="rounded-xl border border-dashed px-4 py-3 text-sm text-pretty text-muted-foreground">You may look at this interface, not change it. A member of the team may.</p>
      )}
    </div>
  );

  const stage = (
    <Stage
      programId={props.program.id}
      title={studio.title}
      by={props.sharing.isTheirs ? 'you' : (props.sharing.owner ?? 'somebody who is gone')}
      studio={studio}
      frame={frame}
      results={results}
      isPublic={isPublic}
      onShare={share}
      health={healthBar || null}
      talk={wide ? undefined : talk}
      tab={!wide && talks ? 'talk' : tab}
      onTab={show}
      bindings={props.bindings}
      shared={props.shared}
      frameUrls={props.frameUrls}
      onRestore={(versionId) => void restore(versionId)}
      onRepair={mayChange && studio.problem ? () => send(problemForModel(studio.problem!), 'problem') : undefined}
      onSend={ask}
      inspecting={inspecting}
      onInspect={inspect}
      onFrameKey={(key) => (key === 'escape' ? (inspecting ? inspect(false) : mayChange && stop()) : key === 'send' ? focusPrompt() : shell.open(key))}
    />
  );

  return (
    <FileDrop ref={drop} off={!mayChange} onAdded={() => router.refresh()} className="flex h-dvh flex-col">
      <StudioHeader
        program={{ ...props.program, title: studio.title }}
        onUndo={busy || !undo ? undefined : undo}
        onShare={share}
        onExport={canExport ? () => setExporting(true) : undefined}
        onRemix={canRemix ? () => setRemixing(true) : undefined}
        lineage={props.lineage}
        isFavourite={isFavourite}
        onFavourite={() => void toggleFavourite()}
        isPinned={isPinned}
        onPin={canPin ? () => void togglePin() : undefined}
        onMenu={() => shell.open('menu')}
      />
      {wide ? (
        <Group className="min-h-0 flex-1" orientation="horizontal" id="studio">
          <Panel id="conversation" defaultSize="28%" minSize="260px" maxSize="45%">
            <section aria-label="Conversation" className="flex h-full min-h-0 flex-col">
              {talk}
              {promptBox}
            </section>
          </Panel>
          <Separator className="group relative w-2 outline-none" aria-label="Resize the conversation">
            <span className="absolute inset-y-6 left-1/2 w-px -translate-x-1/2 rounded-full bg-transparent transition-colors group-hover:bg-border group-focus-visible:w-0.5 group-focus-visible:bg-ring" />
          </Separator>
          <Panel id="stage" minSize="40%">
            <div className="h-full p-3 pt-0 pl-0">{stage}</div>
          </Panel>
        </Group>
      ) : (
        <div className="flex min-h-0 flex-1 flex-col">
          <div className="min-h-0 flex-1 px-2">{stage}</div>
          {promptBox}
        </div>
      )}
      {sharing !== null && <ShareDialog programId={props.program.id} title={studio.title} sharing={props.sharing} links={links} shownVersion={studio.current && { id: studio.current.id, ordinal: studio.current.ordinal }} open={sharing} onOpenChange={setSharing} />}
      {remixing && <RemixDialog program={{ ...props.program, title: studio.title }} onClose={() => setRemixing(false)} />}
      {exporting && (
        <ExportDialog
          programId={props.program.id}
          shown={toSave}
          onImported={(came) => {
            show('interface');
            void studio.take(came).then(() => imported(came));
          }}
          onClose={() => setExporting(false)}
        />
      )}
      {shell.dialogs}
    </FileDrop>
  );
}

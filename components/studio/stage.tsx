'use client';

import { ScanSearchIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import { type ReactNode, type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Approvals } from '@/components/approvals/approvals';
import { Grants } from '@/components/grants/grants';
import { ReadingBar } from '@/components/grants/reading-bar';
import { Strip } from '@/components/grants/strip';
import { useGrants } from '@/components/grants/use-grants';
import { useReading } from '@/components/grants/use-reading';
import { useLeave } from '@/components/shell/leave';
import { notifyFailure } from '@/components/shell/notify';
import { Frame, type FrameHandle } from '@/components/frame/frame';
import { pngOf } from '@/lib/sandbox/saved-picture';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs';
import type { Call, Outgoing, Problem, RecordedAnswer } from '@/lib/bridge/messages';
import { reportBreach, savePicture, sendCalls } from '@/lib/client/api';
import type { Use } from '@/lib/client/approvals';
import { covers } from '@/lib/program/leaves';
import { hasErrors } from '@/lib/program/program';
import type { FrameUrls } from '@/lib/sandbox/assets';
import type { Results } from '@/lib/sandbox/results';
import type { PickedPlace } from '@/lib/sandbox/iframe';
import { CallsView } from './calls-view';
import { FailedCheckBar, findingsForModel } from './failed-check-bar';
import { NothingBuilt } from './nothing-built';
import { OriginPanel } from './origin-panel';
import { OutgoingDialog } from './outgoing-dialog';
import { ProblemBar } from './problem-bar';
import { useShown } from './shown';
import { useShared } from './use-shared';
import type { Phase, Studio } from './use-studio';
import { VersionStrip } from './version-strip';
import { offeredIn } from './words-only';

const SourceView = dynamic(() => import('./source-view').then((module) => module.SourceView), { ssr: false });

export type StageTab = 'talk' | 'interface' | 'source' | 'calls';

export type StageProps = {
  programId: string;
  title: string;
  /** Who made it: “you”, or a name. */
  by: string;
  studio: Studio;
  /** The frame that shows it, for others to ask. */
  frame: RefObject<FrameHandle | null>;
  /** Hears what the interface is given, to be saved. */
  results: Results;
  /** Whether a link to it is open. */
  isPublic: boolean;
  onShare(): void;
  /** What is said where its data changed; then other things at that edge aren't. */
  health: ReactNode;
  /** The conversation, where it has no room beside the interface: then it's one of the tabs. */
  talk?: ReactNode;
  tab: StageTab;
  onTab(tab: StageTab): void;
  bindings: string[];
  shared: { revision: number; values: Record<string, unknown> };
  frameUrls: FrameUrls;
  onRestore(versionId: string): void;
  onRepair?: () => void;
  onSend(prompt: string): void;
  /** Whether the places that show data are marked, to be asked where they come from. */
  inspecting: boolean;
  onInspect(on: boolean): void;
  onFrameKey(key: 'escape' | 'menu' | 'send' | 'help'): void;
};

const PHASE_IN_WORDS: Record<Phase, string> = {
  idle: '',
  waiting: 'Waiting for the model',
  writing: 'Writing the interface',
  checking: 'Checking types and queries',
  repairing: 'Repairing what the check found',
};

/** A picture is taken when the interface has had time to fetch its rows. */
const PICTURE_DELAY_MS = 1_500;

/** The case: the live interface, its source and its data calls, with the versions below. */
export function Stage(props: StageProps) {
  const { studio, programId, frame, results } = props;
  const { phase, problem } = studio;
  const mayChange = covers(useLeave(), 'change');
  const shown = useShown(studio.shown);
  const [calls, setCalls] = useState(0);
  const [outgoing, setOutgoing] = useState<Outgoing | null>(null);
  const [asksPassword, setAsksPassword] = useState(false);
  const [picked, setPicked] = useState<PickedPlace | null>(null);
  const { inspecting } = props;
  if (!inspecting && picked) setPicked(null);
  const shared = useShared(programId, props.shared, shown.source['ui.tsx'].includes('useShared'));

  const { waiting, look: lookForApprovals } = studio.approvals;
  const [writes, reads] = useMemo(() => [waiting.filter(({ effect }) => effect === 'write'), waiting.filter(({ effect }) => effect === 'read')], [waiting]);
  const send = useCallback(
    (batch: Call[], answer: (answer: RecordedAnswer) => void, signal: AbortSignal) =>
      sendCalls({ programId, versionId: studio.shown.get().versionId }, batch, { answer: keeping(batch, results, answer), onWait: lookForApprovals }, signal).finally(() => setCalls((count) => count + 1)),
    [programId, lookForApprovals, results, studio.shown],
  );
  const readAnew = useCallback(() => frame.current?.restart(), [frame]);
  const reading = useReading(programId, shown.ended ? shown.versionId : null, send, reads, readAnew);
  const grants = useGrants(programId, calls + reading.changes, readAnew);
  const { sendCalls: onSend } = reading;
  const onCalls = useCallback((batch: Call[], answer: (answer: RecordedAnswer) => void, signal: AbortSignal) => void onSend(batch, answer, signal), [onSend]);
  const freeWrites = [...new Set(grants.flatMap((grant) => (grant.effect === 'write' ? [titleOf(reading.uses, grant.binding)] : [])))];

  const { setProblem } = studio;
  const onProblem = useCallback(
    (next: Problem) => {
      setProblem(next);
      // The frame is closed already; a line that couldn't be written changes nothing for the person who reads the bar.
      if (next.phase === 'breach') void reportBreach(programId, next.message).catch(() => undefined).finally(() => setCalls((count) => count + 1));
    },
    [programId, setProblem],
  );

  const repairIsDue = useRepairUnasked(studio, props.onRepair);
  usePicture(frame, programId, mayChange && shown.ended && shown.versionId !== null && shown.versionId === studio.current?.id && !problem ? shown.versionId : null);

  const nothingBuilt = !studio.busy && shown.versionId === null && shown.source['ui.tsx'].trim() === '';
  const failed = studio.versions.at(-1);
  const checkFailed = !studio.busy && failed && hasErrors(failed.diagnostics) && failed.id !== shown.versionId ? failed : null;

  // Four tabs and the versions are one line of a phone.
  const tabClass = props.talk ? 'px-2' : undefined;
  return (
    <Tabs value={props.tab} onValueChange={(value) => props.onTab(value as StageTab)} className="flex h-full min-h-0 flex-col gap-2">
      {props.talk && (
        <TabsContent value="talk" className="m-0 flex min-h-0 flex-1 flex-col data-[state=inactive]:hidden">
          {props.talk}
        </TabsContent>
      )}
      <div className={cn('case relative flex min-h-0 flex-1 flex-col overflow-hidden', props.tab === 'talk' && 'hidden')} data-writes={freeWrites.length > 0}>
        <div className="case-light z-10" data-on={studio.busy} />
        {props.tab === 'interface' && <Strip by={props.by} asksPassword={asksPassword} uses={shown.ended && shown.versionId ? reading.uses : null} freeWrites={freeWrites} isPublic={props.isPublic} onShare={props.onShare} onDetails={() => props.onTab('calls')} />}
        <ReadingBar asks={reading.asks} onAllow={reading.allow} onRefuse={reading.refuse} />
        <TabsContent value="interface" forceMount className="relative m-0 min-h-0 flex-1 bg-background data-[state=inactive]:hidden">
          <Frame
            ref={frame}
            source={shown.source}
            ended={shown.ended}
            urls={props.frameUrls}
            bindings={props.bindings}
            shared={shared.values}
            title={props.title}
            inspecting={inspecting}
            onOrigin={setPicked}
            onPassword={setAsksPassword}
            onCalls={onCalls}
            onProblem={onProblem}
            onKey={props.onFrameKey}
            onOutgoing={(next) => setOutgoing((asked) => asked ?? next)}
            onShared={(key, value) => {
              shared.set(key, value).catch((error: Error) => notifyFailure(`The shared state was not kept. ${error.message}`));
            }}
          />
          {nothingBuilt && <NothingBuilt examples={offeredIn(studio.messages)} onSend={mayChange ? props.onSend : undefined} />}
        </TabsContent>
        {inspecting && props.tab === 'interface' && <OriginPanel picked={picked} onEnd={() => props.onInspect(false)} />}
        <TabsContent value="source" className="m-0 min-h-0 flex-1">
          <SourceView source={shown.source} writing={phase === 'writing'} />
        </TabsContent>
        <TabsContent value="calls" className="m-0 flex min-h-0 flex-1 flex-col">
          <Grants programId={programId} grants={grants} uses={reading.uses} asks={reading.asks} />
          <CallsView programId={programId} changes={calls} />
        </TabsContent>
        <Approvals asksAdmin={studio.approvals.asksAdmin} programId={programId} programTitle={props.title} waiting={writes} onAnswered={lookForApprovals} />
        {props.health}
        {checkFailed ? (
          <FailedCheckBar
            version={checkFailed}
            kept={studio.current !== null}
            onRepair={mayChange && studio.writesAnew ? () => studio.send(findingsForModel(checkFailed), 'continue') : undefined}
            onLook={() => void studio.look(checkFailed.id)}
          />
        ) : (
          problem &&
          !studio.busy &&
          !repairIsDue && <ProblemBar problem={problem} onRepair={props.onRepair} onRestart={() => frame.current?.restart()} onDismiss={() => setProblem(null)} />
        )}
      </div>
      <footer className="flex min-w-0 items-center gap-3 max-md:gap-1">
        <TabsList className="shrink-0">
          {props.talk && (
            <TabsTrigger value="talk" className={tabClass}>
              Talk
            </TabsTrigger>
          )}
          <TabsTrigger value="interface" className={tabClass}>
            Interface
          </TabsTrigger>
          <TabsTrigger value="source" className={tabClass}>
            Source
          </TabsTrigger>
          <TabsTrigger value="calls" className={tabClass}>
            {props.talk ? 'Calls' : 'Data calls'}
          </TabsTrigger>
        </TabsList>
        <Button
          variant="ghost"
          size="icon-sm"
          className="shrink-0 text-muted-foreground aria-pressed:text-primary"
          aria-pressed={inspecting}
          onClick={() => props.onInspect(!inspecting)}
          aria-label="Where does this come from?"
          title="Where does this come from? (W)"
        >
          <ScanSearchIcon />
        </Button>
        <p role="status" aria-live="polite" className="truncate text-xs text-muted-foreground">
          {studio.busy && waiting.length > 0 ? 'Waiting for your answer' : PHASE_IN_WORDS[phase]}
        </p>
        <div className="ml-auto min-w-0">
          {!studio.busy && studio.versions.length > 0 && (
            <VersionStrip
              versions={studio.versions}
              currentId={studio.current?.id ?? null}
              shownId={shown.versionId}
              onLook={(id) => void studio.look(id)}
              onRestore={props.onRestore}
            />
          )}
        </div>
      </footer>
      {outgoing && <OutgoingDialog outgoing={outgoing} onClose={() => setOutgoing(null)} />}
    </Tabs>
  );
}

/** Answers that are kept for being saved, by the function that asked. */
function keeping(batch: readonly Call[], results: Results, answer: (answer: RecordedAnswer) => void): (answer: RecordedAnswer) => void {
  const names = new Map(batch.map(({ id, from, operation }) => [id, from ?? operation]));
  return (one) => {
    if (one.ok) results.add(names.get(one.id) ?? '', one.value);
    answer(one);
  };
}

function titleOf(uses: readonly Use[], binding: string): string {
  return uses.find((use) => use.binding === binding)?.title ?? binding;
}

/** Problems that come from showing a program, without anybody doing anything in it. */
const ON_SHOWING: ReadonlySet<Problem['phase']> = new Set<Problem['phase']>(['evaluate', 'render', 'effect', 'loop', 'memory']);

/**
 * A program that fails on its first showing goes back to the model by itself, a bounded number of times. Answers whether
 * it's just about to, so that nobody is asked to do it by hand meanwhile.
 */
function useRepairUnasked({ busy, problem, mayRepairUnasked }: Studio, onRepair: (() => void) | undefined): boolean {
  const [justWritten, setJustWritten] = useState(false);
  if (busy && !justWritten) setJustWritten(true);
  const isDue = onRepair !== undefined && !busy && justWritten && mayRepairUnasked && problem !== null && ON_SHOWING.has(problem.phase);
  useEffect(() => {
    // Asking takes the problem away, so it's due once.
    if (isDue) onRepair();
  }, [isDue, onRepair]);
  return isDue;
}

/** Keeps a small picture of each new version for the home page. */
function usePicture(frame: { current: FrameHandle | null }, programId: string, versionId: string | null): void {
  const taken = useRef<string | null>(null);
  useEffect(() => {
    if (!versionId || taken.current === versionId) return;
    const timer = setTimeout(async () => {
      taken.current = versionId;
      const picture = await frame.current?.picture();
      // The picture is an ornament: that it failed is not worth a word to the person.
      if (picture) await savePicture(programId, pngOf(picture)).catch(() => undefined);
    }, PICTURE_DELAY_MS);
    return () => clearTimeout(timer);
  }, [frame, programId, versionId]);
}

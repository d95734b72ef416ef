'use client';

import { PaperclipIcon } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useRef, useState, useTransition } from 'react';
import { FileDrop, type FileDropHandle } from '@/components/files/file-drop';
import { useSpareFrame } from '@/components/frame/use-spare-frame';
import { ModelPicker } from '@/components/prompt/model-picker';
import { PromptBox } from '@/components/prompt/prompt-box';
import type { Command } from '@/components/shell/command-menu';
import { useStanding } from '@/components/shell/standing';
import { isTyping } from '@/components/shell/keys';
import { TopBar } from '@/components/shell/top-bar';
import { useShell } from '@/components/shell/use-shell';
import { Button } from '@/components/ui/button';
import { startReply } from '@/lib/client/api';
import type { CardProgram } from '@/components/library/program-card';
import type { PinBoard } from '@/lib/client/library';
import type { ModelChoice } from '@/lib/model/choices';
import { isAtLeast } from '@/lib/program/role';
import type { FrameUrls } from '@/lib/sandbox/assets';
import { type ConnectedApi, ConnectedData, type ConnectedTable } from './connected-data';
import { Examples } from './examples';
import { FirstTime, NothingYet, ProgramList } from './recents';

const Board = dynamic(() => import('./pins/board').then((module) => module.Board), { ssr: false, loading: () => <div className="min-h-72" /> });
const Attention = dynamic(() => import('./attention').then((module) => module.Attention), { ssr: false });
const ImportAtHome = dynamic(() => import('@/components/project/import-at-home').then((module) => module.ImportAtHome), { ssr: false });

export type HomeProps = {
  examples: string[];
  tables: ConnectedTable[];
  apis: ConnectedApi[];
  board: PinBoard;
  mayArrange: boolean;
  favourites: CardProgram[];
  /** Of others, for the team. */
  shared: CardProgram[];
  /** Made by who looks, the latest first. */
  mine: CardProgram[];
  /** What a change of its data broke, for whose it is and for admins. */
  broken: CardProgram[];
  models: ModelChoice[];
  modelId: string;
  frameUrls: FrameUrls;
  /** A frame started here can be used by the program that is asked for. */
  startsSpare: boolean;
};

/** The page's own beginning goes first; nobody has typed a prompt by then. */
const SPARE_AFTER_MS = 500;

/** A question, not a feed: the prompt, what can be asked of the data at hand, and what was made lately. */
export function Home(props: HomeProps) {
  const router = useRouter();
  const { team } = useStanding();
  const mayMake = isAtLeast(team.role, 'member');
  const [text, setText] = useState('');
  const [modelId, setModelId] = useState(props.modelId);
  const [failure, setFailure] = useState<string | null>(null);
  const [starting, start] = useTransition();
  const prompt = useRef<{ focus(): void }>(null);
  const drop = useRef<FileDropHandle>(null);
  useSpareFrame(props.frameUrls, props.startsSpare ? SPARE_AFTER_MS : null);

  const send = (words: string) => {
    setFailure(null);
    start(async () => {
      try {
        const { programId } = await startReply({ text: words, kind: 'prompt', modelId });
        router.push(`/p/${programId}`);
      } catch (error) {
        setFailure((error as Error).message);
      }
    });
  };

  const commands = useMemo<Command[]>(
    () =>
      mayMake
        ? [
            { id: 'ask', title: 'Describe an interface', run: () => prompt.current?.focus() },
            { id: 'file', title: 'Add a file', run: () => drop.current?.choose() },
          ]
        : [],
    [mayMake],
  );
  const shell = useShell(commands);
  const { open } = shell;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== '/' || event.metaKey || event.ctrlKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      open('menu');
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [open]);

  const isPinned = props.board.some(({ pins }) => pins.length > 0);
  const isFirst = !isPinned && props.favourites.length + props.shared.length + props.mine.length === 0;
  const data = <ConnectedData tables={props.tables} apis={props.apis} onAddFile={mayMake ? () => drop.current?.choose() : undefined} onRemoved={() => router.refresh()} />;

  return (
    <FileDrop ref={drop} off={!mayMake} onAdded={() => router.refresh()}>
      <TopBar onMenu={() => shell.open('menu')} />
      <main className="mx-auto w-full max-w-5xl px-4 pb-24">
        {mayMake ? (
          <section className="mx-auto max-w-2xl pt-[12vh] pb-12">
            <h1 className="mb-5 text-center text-2xl font-semibold tracking-tight text-balance sm:text-3xl">What do you want to see?</h1>
            <PromptBox
              ref={prompt}
              large
              autoFocus
              label="Describe the interface you need"
              placeholder="Open orders by region, with a month filter"
              value={text}
              onChange={setText}
              onSend={send}
              busy={starting}
            >
              <Button type="button" variant="ghost" size="icon-sm" className="text-muted-foreground" onClick={() => drop.current?.choose()} aria-label="Add a file" title="Add a file">
                <PaperclipIcon />
              </Button>
              <ModelPicker models={props.models} value={modelId} onChange={setModelId} disabled={starting} />
            </PromptBox>
            {failure && (
              <p role="alert" className="mt-3 text-sm text-destructive">
                {failure}
              </p>
            )}
            <Examples
              prompts={props.examples}
              disabled={starting}
              onChoose={(words) => {
                setText(words);
                send(words);
              }}
            />
          </section>
        ) : (
          <Welcome team={team.name} />
        )}
        {!isPinned && data}
        {props.broken.length > 0 && <Attention programs={props.broken} />}
        {isPinned && <Board board={props.board} mayArrange={props.mayArrange} />}
        {isFirst ? (
          mayMake ? <FirstTime /> : <NothingYet />
        ) : (
          <>
            <ProgramList id="favourites" title="Favourites" programs={props.favourites} />
            <ProgramList id="shared" title="Shared with you" programs={props.shared} />
            <ProgramList id="recents" title="Made lately" programs={props.mine} />
            <p className="mt-6 text-center">
              <Link href="/all" className="rounded-md px-2 py-1 text-sm text-muted-foreground outline-none hover:text-foreground focus-visible:ring-2 focus-visible:ring-ring">
                All interfaces
              </Link>
            </p>
          </>
        )}
        {isPinned && <div className="mt-12">{data}</div>}
        <div className="mt-6 min-h-9 text-center">
          {mayMake && <ImportAtHome />}
        </div>
      </main>
      {shell.dialogs}
    </FileDrop>
  );
}

/** What stands above for somebody who opens what others make. */
function Welcome({ team }: { team: string }) {
  return (
    <section className="pt-10 pb-10">
      <h1 className="text-2xl font-semibold tracking-tight break-words">{team}</h1>
      <p className="mt-1 max-w-prose text-sm text-pretty text-muted-foreground">You may open what your team made. To make interfaces of your own, ask an admin to make you a member.</p>
    </section>
  );
}

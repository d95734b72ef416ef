import type { AskedOf, CallAnswer, GuestMessage, Swap } from '../lib/bridge/messages';
import { createAcks } from './acks';
import { CallFailed } from './data/call-failed';
import { createCalls } from './data/calls';
import { createDataModule } from './data/data-module';
import type { Origins } from './data/origins';
import { createReadings } from './data/readings';
import { createSharedState } from './data/shared';
import { createUseAction } from './data/use-action';
import { createUseData } from './data/use-data';
import { createAfterTask } from './guard/after-task';
import { createCallbacks } from './guard/callbacks';
import { createElements } from './guard/elements';
import { createMemoryWatch, heapOfEngine } from './guard/memory-watch';
import { createSetters } from './guard/setters';
import { kit } from './kit/index';
import { createIcons } from './icons';
import { createInspector } from './inspect/inspector';
import type { NameOf } from './inspect/places';
import { lateBundles } from './late-bundles';
import { createConstantMemo } from './memo';
import { watchWriting } from './page/writing';
import { createProblems, type Problems } from './problems';
import { createProgram, type Outcome } from './program';
import { attempt, createProgramReact } from './program-react';
import { rehearse } from './rehearsal';
import { createMakeElement } from './render/element';
import { createKitGuards, isWholeChart, type KitGuards, mayThrow } from './render/kit-guard';
import { createLooseParts } from './render/loose';
import { tracked } from './render/hook-slots';
import { Body, type BodyProps, type PartEvents } from './render/part';
import { createParts } from './render/parts';
import { createStage } from './render/stage';
import { positionInStack } from './source-position';
import { createScope } from './scope';
import { createLoopGuard } from './tick';
import { createToldState } from './told-state';

export type GuestSettings = { bindings: readonly string[]; shared: Readonly<Record<string, unknown>>; reducedMotion: boolean; state?: Readonly<Record<string, unknown>> };

export type Guest = {
  /** Does once for nothing what the first program will need, where there's time before it comes. */
  rehearse(): void;
  /** What the program is shown with, before its first swap. */
  begin(settings: GuestSettings): void;
  show(swap: Swap): void;
  answer(answers: readonly CallAnswer[]): void;
  setShared(key: string, value: unknown): void;
  /** Marks the places that show data, to be picked; or no longer. */
  inspect(on: boolean): void;
  /** Data functions that were called, and with what. */
  asked(): AskedOf[];
  readonly problems: Problems;
};

type Send = (message: GuestMessage) => void;
const now = performance.now.bind(performance);
const later = (callback: () => void, ms: number) => void setTimeout(callback, ms);

/**
 * Puts the guest together: the program, its data, the root it is rendered into. Everything it says goes through `send`. All
 * of it is there before anybody knows which program comes, so that a frame can be kept in reserve.
 */
export function createGuest(send: Send): Guest {
  const problems = createProblems((problem) => send({ type: 'problem', problem }), now, (component) => program.declared(component));
  const guard = createLoopGuard(now, createAfterTask(), createMemoryWatch(heapOfEngine()));
  const elements = createElements();
  const setters = createSetters(now);
  const callbacks = createCallbacks((callback) => attempt(callback, problems.report));
  const told = createToldState((name, value, isFirst) => send({ type: 'state', name, value, isFirst }));
  const outside = createOutside(() => bindings, send, problems, guard);

  let bindings: readonly string[] = [];
  let reducedMotion = false;
  let frame = { seq: 0, done: false, css: '' };
  let outcome: Outcome = 'nothing';
  let last: Swap | null = null;
  const acks = createAcks(send, now, later);

  const partEvents: PartEvents = {
    onError(error, component) {
      problems.report('render', error, component);
      if (component === program.rootName()) outcome = 'kept';
    },
    onRender(component, owner) {
      elements.begin(component);
      return setters.render(owner);
    },
    onShown(owner) {
      elements.settle();
      setters.shown(owner);
    },
    isOver: elements.over,
  };
  const parts = createParts(partEvents);
  const kitGuards = createKitGuards((error) => problems.report('render', error));
  kitGuards.add(kit, mayThrow);
  const makeElement = createMakeElement({ parts, loose: createLooseParts(partEvents), kit: kitGuards, elements }, (what) => problems.report('render', new Error(what)));
  const { charts } = lateBundles;
  const icons = createIcons(lateBundles.icons);
  const scope = createScope(
    { react: createProgramReact(makeElement, { report: problems.report, setters, callbacks, told }), hooks: outside.hooks, kit, icons, charts: charts.given, data: outside.data.handles },
    parts,
  );
  const onUnknownImport = (specifier: string) => problems.report('evaluate', new Error(`'${specifier}' can’t be imported.`));
  const program = createProgram(parts, outside.data, { scope, makeElement, constants: createConstantMemo(), guard, onUnknownImport }, problems);
  const root = rootElement();
  const writing = watchWriting(root, () => reducedMotion);
  const inspector = createInspector(root, outside.origins, namesIn(kitGuards), (origin) => send({ type: 'origin', origin }));
  const stage = createStage(root, styleElement(), {
    onError: (error) => {
      outcome = 'kept';
      problems.report('render', error);
    },
    onPlaced: problems.setPlaced,
    onShown(seq) {
      acks.end(seq, outcome);
      writing.shown(frame.done);
    },
  });

  function render(swap: Swap): void {
    outcome = program.take(swap);
    charts.given()?.setChartAnimation(swap.done && !reducedMotion);
    stage.show({ ...frame, unsettled: program.unsettled(), dataVersion: outside.data.version(), child: program.element() }, parts.redraw);
  }

  // What stood for charts and icons makes room for them.
  const renderAgain = () => void (last && render(last));
  charts.subscribe(() => {
    const given = charts.given();
    // A chart looks at what stands in it, so only the whole chart has a guard, not its parts.
    if (given) kitGuards.add({ ...given.recharts, ...given.charts }, isWholeChart);
    renderAgain();
  });
  lateBundles.icons.subscribe(renderAgain);

  return {
    rehearse: () => rehearse(makeElement),
    begin(settings) {
      ({ bindings, reducedMotion } = settings);
      if (settings.state) told.begin(settings.state);
      for (const [key, value] of Object.entries(settings.shared)) outside.setShared(key, value);
    },
    show(swap) {
      last = { ...swap, ui: swap.ui ?? last?.ui ?? null, data: swap.data ?? last?.data ?? null };
      frame = { seq: swap.seq, done: swap.done, css: swap.css ?? frame.css };
      problems.setSeq(swap.seq);
      elements.settle();
      setters.newCause();
      acks.begin(swap.seq);
      render(last);
      if (scope.wantsCharts(last.ui)) charts.want();
    },
    answer(answers) {
      setters.newCause();
      outside.answer(answers);
    },
    setShared(key, value) {
      setters.newCause();
      outside.setShared(key, value);
    },
    inspect: inspector.set,
    asked: outside.data.asked.list,
    problems,
  };
}

/** A component of the program is known by what runs it, one of the kit by its guard. */
function namesIn(kit: KitGuards): NameOf {
  return (type, props) => {
    if (type === Body) return { component: (props as BodyProps).name, given: (props as BodyProps).given, isProgram: true };
    const component = typeof type === 'function' ? kit.nameOf(type) : undefined;
    return component === undefined ? null : { component, given: props, isProgram: false };
  };
}

/** The ways from the program to the outside: calls of bindings, shared state, and the hooks over them. */
function createOutside(bindings: () => readonly string[], send: Send, problems: Problems, guard: ReturnType<typeof createLoopGuard>) {
  const calls = createCalls(send);
  const data = createDataModule(calls, guard, bindings);
  const onFailed = (error: unknown) => problems.report('data', error);
  const origins: Origins = new WeakMap();
  const readings = createReadings(onFailed, origins);
  const shared = createSharedState((key, value) => send({ type: 'shared', key, value }), later);
  watchFailures(problems);
  const hooks = {
    useData: tracked(createUseData(data, readings, onFailed, origins)),
    useAction: tracked(createUseAction(readings, onFailed)),
    useShared: tracked(shared.useShared),
  };
  return { data, origins, hooks, answer: calls.answer, setShared: shared.receive };
}

/** What the program throws outside of a render: React gives the throws of handlers to the window. */
function watchFailures(problems: Problems): void {
  addEventListener('error', ({ error, message, filename, lineno }) => {
    // Sizes that changed while sizes were told: the browser goes on with it in the next frame, and nothing was thrown.
    if (!error && message.startsWith('ResizeObserver loop')) return;
    // What is no error has no stack; then the browser knows where it was thrown.
    problems.report('handler', error ?? message, undefined, positionInStack(`${filename}:${lineno}`));
  });
  addEventListener('unhandledrejection', ({ reason }) => problems.report(reason instanceof CallFailed ? 'data' : 'promise', reason));
}

function rootElement(): HTMLElement {
  const element = document.createElement('div');
  element.id = 'root';
  document.body.append(element);
  return element;
}

function styleElement(): HTMLStyleElement {
  const element = document.createElement('style');
  document.head.append(element);
  return element;
}

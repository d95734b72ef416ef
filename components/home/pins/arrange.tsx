'use client';

import { ChevronDownIcon, ChevronUpIcon, GripVerticalIcon, PinOffIcon, PlusIcon, Trash2Icon } from 'lucide-react';
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { notifyFailure } from '@/components/shell/notify';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import { Input } from '@/components/ui/input';
import { type PinBoard, addPinSection, arrangePins, pinBoard, removePinSection, renamePinSection, unpin } from '@/lib/client/library';
import { type Direction, layoutOf, moved, nextSize, placeInWords, placeOf, resized, sectionMoved, sectionRemoved, stepped, without } from './arrangement';
import { type Pin, PinCard } from './pin-card';

const ARROWS: Record<string, Direction> = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' };

/** The board while it's arranged: by drag, or by the keys on each pin's handle. Every change is kept at once and read out. */
export function Arrange({ board, onChange }: { board: PinBoard; onChange(board: PinBoard): void }) {
  const [said, setSaid] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const toFocus = useRef<string | null>(null);
  const list = useRef<HTMLDivElement>(null);

  // A pin that goes to another section is another element there.
  useEffect(() => {
    if (toFocus.current) list.current?.querySelector<HTMLElement>(`[data-handle="${CSS.escape(toFocus.current)}"]`)?.focus();
    toFocus.current = null;
  }, [board]);

  const keep = async (next: PinBoard, words: string, work: () => Promise<unknown> = () => arrangePins(layoutOf(next))) => {
    if (next === board) return;
    onChange(next);
    setSaid(words);
    try {
      await work();
    } catch (error) {
      notifyFailure(`The home page was not changed. ${(error as Error).message}`);
      await pinBoard().then(
        ({ board: kept }) => onChange(kept),
        () => onChange(board),
      );
    }
  };

  const onKey = (event: KeyboardEvent, pin: Pin) => {
    const direction = ARROWS[event.key];
    if (event.metaKey || event.ctrlKey || event.altKey) return;
    if (direction) {
      const next = stepped(board, pin.id, direction);
      toFocus.current = pin.id;
      void keep(next, `${pin.title}: ${placeInWords(next, pin.id)}`);
    } else if (event.key === 's') resize(pin);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const resize = (pin: Pin) => void keep(resized(board, pin.id, nextSize(pin.size)), `${pin.title} is ${nextSize(pin.size)}.`);
  const drop = (event: DragEvent, section: number, before: string | null) => {
    event.preventDefault();
    event.stopPropagation();
    if (!dragged || dragged === before) return;
    const rest = without(board, dragged);
    const at = before === null ? Infinity : (placeOf(rest, before)?.at ?? Infinity);
    const next = moved(board, dragged, { section, at });
    void keep(next, placeInWords(next, dragged));
  };

  return (
    <div ref={list} className="flex flex-col gap-6">
      <p className="text-sm text-pretty text-muted-foreground">Drag a handle, or go to it and press the arrow keys; S changes its size. Everybody in the team sees it as it stands here.</p>
      <p role="status" aria-live="assertive" className="sr-only">
        {said}
      </p>
      {board.map((section, index) => (
        <div key={section.id ?? ''} onDragOver={(event) => dragged && event.preventDefault()} onDrop={(event) => drop(event, index, null)}>
          {section.id !== null && <SectionHead board={board} id={section.id} title={section.title} onKeep={keep} />}
          <ul className={cn('grid grid-flow-dense gap-4 sm:grid-cols-2 lg:grid-cols-3', section.pins.length === 0 && 'rounded-xl border border-dashed p-4')}>
            {section.pins.length === 0 && <li className="text-sm text-muted-foreground">{section.id === null ? 'Nothing stands before the sections.' : 'Nothing in this section yet.'}</li>}
            {section.pins.map((pin) => (
              <PinCard key={pin.id} pin={pin} isRunning={false}>
                <div
                  className={cn('absolute inset-x-2 top-2 flex items-center gap-1', dragged === pin.id && 'opacity-50')}
                  draggable
                  onDragStart={(event) => {
                    event.dataTransfer.effectAllowed = 'move';
                    event.dataTransfer.setData('text/plain', pin.title);
                    setDragged(pin.id);
                  }}
                  onDragEnd={() => setDragged(null)}
                >
                  <Button
                    variant="outline"
                    size="sm"
                    className="cursor-grab bg-card"
                    data-handle={pin.id}
                    onKeyDown={(event) => onKey(event, pin)}
                    aria-label={`Move ${pin.title}`}
                    title="Drag, or press the arrow keys"
                  >
                    <GripVerticalIcon /> Move
                  </Button>
                  <Button variant="outline" size="sm" className="bg-card" onClick={() => resize(pin)} aria-label={`Size of ${pin.title}: ${pin.size}`} title="Change the size (S)">
                    {pin.size[0]!.toUpperCase() + pin.size.slice(1)}
                  </Button>
                  <span className="flex-1" />
                  <Button
                    variant="outline"
                    size="icon-sm"
                    className="bg-card"
                    onClick={() => void keep(without(board, pin.id), `${pin.title} is not on the home page any more.`, () => unpin(pin.id))}
                    aria-label={`Take ${pin.title} from the home page`}
                    title="Take from the home page"
                  >
                    <PinOffIcon />
                  </Button>
                </div>
                {dragged && dragged !== pin.id && (
                  <div className="absolute inset-0 rounded-xl border-2 border-dashed border-primary/0 hover:border-primary" onDragOver={(event) => event.preventDefault()} onDrop={(event) => drop(event, index, pin.id)} />
                )}
              </PinCard>
            ))}
          </ul>
        </div>
      ))}
      <AddSection
        onAdd={async (title) => {
          const { id } = await addPinSection(title);
          onChange([...board, { id, title, pins: [] }]);
          setSaid(`Section ${title} is there.`);
        }}
      />
    </div>
  );
}

type SectionHeadProps = { board: PinBoard; id: string; title: string; onKeep(next: PinBoard, words: string, work?: () => Promise<unknown>): Promise<void> };

function SectionHead({ board, id, title, onKeep }: SectionHeadProps) {
  const [text, setText] = useState(title);
  const at = board.findIndex((section) => section.id === id);
  const rename = () => {
    const next = text.trim();
    if (!next || next === title) return setText(title);
    void onKeep(board.map((section) => (section.id === id ? { ...section, title: next } : section)), `The section is called ${next}.`, () => renamePinSection(id, next));
  };
  const move = (by: -1 | 1) => void onKeep(sectionMoved(board, id, by), `${title} is section ${at + by} of ${board.length - 1}.`);
  return (
    <div className="mb-3 flex items-center gap-1">
      <Input
        aria-label="Name of the section"
        value={text}
        maxLength={80}
        onChange={(event) => setText(event.target.value)}
        onBlur={rename}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
          if (event.key === 'Escape') setText(title);
        }}
        className="max-w-72 font-medium"
      />
      <Button variant="ghost" size="icon-sm" disabled={at <= 1} onClick={() => move(-1)} aria-label={`Move ${title} up`} title="Move up">
        <ChevronUpIcon />
      </Button>
      <Button variant="ghost" size="icon-sm" disabled={at === board.length - 1} onClick={() => move(1)} aria-label={`Move ${title} down`} title="Move down">
        <ChevronDownIcon />
      </Button>
      <Button
        variant="ghost"
        size="icon-sm"
        onClick={() => void onKeep(sectionRemoved(board, id), `Section ${title} is gone; what stood in it is before the sections.`, () => removePinSection(id))}
        aria-label={`Delete ${title}`}
        title="Delete the section; its pins stay"
      >
        <Trash2Icon />
      </Button>
    </div>
  );
}

function AddSection({ onAdd }: { onAdd(title: string): Promise<void> }) {
  const [title, setTitle] = useState('');
  return (
    <form
      className="flex max-w-md gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const given = title.trim();
        if (!given) return;
        onAdd(given).then(
          () => setTitle(''),
          (error: Error) => notifyFailure(`The section was not added. ${error.message}`),
        );
      }}
    >
      <Input aria-label="Name of a new section" placeholder="New section" value={title} maxLength={80} onChange={(event) => setTitle(event.target.value)} />
      <Button type="submit" variant="outline">
        <PlusIcon /> Add section
      </Button>
    </form>
  );
}

import { MAX_ORIGIN_CALLS, MAX_ORIGIN_NAME_UNITS, type Origin } from '../../lib/bridge/messages';
import type { Origins } from '../data/origins';
import { SIGN } from '../page/sign';
import { topOf } from './fiber';
import { findPlaces, type NameOf, type Place, type Places } from './places';

/** What moves is followed as often; a chart that grows moves in every frame. */
const REDRAW_MS = 120;

/** Smaller than this is nothing to point at. */
const MIN_SIZE_PX = 4;

const LAYER: Partial<CSSStyleDeclaration> = { position: 'fixed', inset: '0', zIndex: '2147483646', cursor: 'crosshair', overflow: 'clip' };
const MARK: Partial<CSSStyleDeclaration> = {
  position: 'absolute',
  boxSizing: 'border-box',
  margin: '0',
  padding: '0',
  appearance: 'none',
  border: '1px dashed var(--primary)',
  borderRadius: '8px',
  background: 'color-mix(in oklab, var(--primary) 5%, transparent)',
  cursor: 'pointer',
  textAlign: 'left',
  overflow: 'hidden',
};
const NAME: Partial<CSSStyleDeclaration> = {
  position: 'absolute',
  top: '0',
  left: '0',
  padding: '1px 8px',
  borderRadius: '0 0 8px 0',
  background: 'var(--primary)',
  color: 'var(--primary-foreground)',
  font: '500 11px/18px var(--font-sans, system-ui)',
  whiteSpace: 'nowrap',
  visibility: 'hidden',
};

export type Inspector = { set(on: boolean): void };

/**
 * Marks the places that show data and tells of the one that is picked, by a click, or by Tab and Enter. Meanwhile the program
 * itself can't be used. The marks lie over the page and are no part of it.
 */
export function createInspector(root: HTMLElement, origins: Origins, nameOf: NameOf, onPick: (origin: Origin) => void): Inspector {
  let end: (() => void) | null = null;

  function begin(): () => void {
    const layer = styled(document.createElement('div'), LAYER);
    layer.setAttribute(SIGN, '');
    let places: Places = { shown: [], of: () => null };
    const marks: { button: HTMLButtonElement; name: HTMLElement }[] = [];

    function draw(): void {
      const top = topOf(root);
      places = top ? findPlaces(top, origins, nameOf) : { shown: [], of: () => null };
      const boxes = places.shown.map((place) => ({ place, box: boxOf(place.elements) }));
      boxes.forEach(({ place, box }, i) => show((marks[i] ??= addMark(i)), place, box));
      for (const { button } of marks.slice(boxes.length)) button.hidden = true;
    }

    function addMark(i: number): { button: HTMLButtonElement; name: HTMLElement } {
      const button = styled(document.createElement('button'), MARK);
      button.type = 'button';
      const name = styled(document.createElement('span'), NAME);
      button.append(name);
      const point = (on: boolean) => Object.assign(button.style, { borderStyle: on ? 'solid' : 'dashed', boxShadow: on ? '0 0 0 1px var(--primary)' : 'none' }) && (name.style.visibility = on ? 'visible' : 'hidden');
      button.addEventListener('pointerenter', () => point(true));
      button.addEventListener('focus', () => {
        point(true);
        places.shown[i]?.elements[0]?.scrollIntoView({ block: 'nearest' });
      });
      button.addEventListener('pointerleave', () => point(document.activeElement === button));
      button.addEventListener('blur', () => point(false));
      button.addEventListener('click', (event) => {
        event.stopPropagation();
        const place = places.shown[i];
        if (place) onPick(originOfPlace(place));
      });
      layer.append(button);
      return { button, name };
    }

    /** Beside the marks: whatever stands there belongs to some component. */
    layer.addEventListener('click', (event) => {
      const place = elementBelow(event, layer, root, places);
      if (place) onPick(originOfPlace(place));
    });
    root.inert = true;
    document.body.append(layer);
    draw();
    if (document.hasFocus()) marks[0]?.button.focus();
    const timer = setInterval(draw, REDRAW_MS);
    const onMove = () => draw();
    addEventListener('scroll', onMove, { capture: true, passive: true });
    addEventListener('resize', onMove);
    return () => {
      clearInterval(timer);
      removeEventListener('scroll', onMove, { capture: true });
      removeEventListener('resize', onMove);
      layer.remove();
      root.inert = false;
    };
  }

  return {
    set(on) {
      if (on === (end !== null)) return;
      if (on) end = begin();
      else {
        end?.();
        end = null;
      }
    },
  };
}

type Box = { left: number; top: number; width: number; height: number };

function show({ button, name }: { button: HTMLButtonElement; name: HTMLElement }, place: Place, box: Box | null): void {
  button.hidden = box === null;
  if (!box) return;
  const { left, top, width, height } = box;
  Object.assign(button.style, { left: `${left}px`, top: `${top}px`, width: `${width}px`, height: `${height}px`, display: 'block', zIndex: String(1_000_000 - Math.min(999_999, Math.round(Math.sqrt(width * height)))) });
  // Only what changed: a reader of the screen would say it again each time.
  const called = nameOfPlace(place);
  if (name.textContent === called) return;
  name.textContent = called;
  button.setAttribute('aria-label', `${called}: where does this come from?`);
}

/** Around all of them; null where there's nothing to be seen. */
function boxOf(elements: readonly Element[]): Box | null {
  const boxes = elements.map((element) => element.getBoundingClientRect()).filter(({ width, height }) => width >= MIN_SIZE_PX && height >= MIN_SIZE_PX);
  if (boxes.length === 0) return null;
  const left = Math.min(...boxes.map((box) => box.left));
  const top = Math.min(...boxes.map((box) => box.top));
  return { left, top, width: Math.max(...boxes.map((box) => box.right)) - left, height: Math.max(...boxes.map((box) => box.bottom)) - top };
}

function elementBelow({ clientX, clientY }: MouseEvent, layer: HTMLElement, root: HTMLElement, places: Places): Place | null {
  layer.style.visibility = 'hidden';
  root.inert = false;
  let element = document.elementFromPoint(clientX, clientY);
  root.inert = true;
  layer.style.visibility = 'visible';
  for (; element; element = element.parentElement) {
    const place = places.of(element);
    if (place) return place;
  }
  return null;
}

function nameOfPlace({ component, title }: Place): string {
  return (title ? `${component} “${title}”` : component).slice(0, MAX_ORIGIN_NAME_UNITS);
}

function originOfPlace(place: Place): Origin {
  const { exact, sources } = place;
  const calls = [...new Set([...sources].flatMap((source) => source.calls()))];
  // The newest, where there are too many: a value may be made of many pages.
  return { component: nameOfPlace(place), exact, calls: calls.toSorted((a, b) => a - b).slice(-MAX_ORIGIN_CALLS) };
}

function styled<Node extends HTMLElement>(node: Node, look: Partial<CSSStyleDeclaration>): Node {
  Object.assign(node.style, look);
  return node;
}

import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { kit } from './kit/index';
import type { MakeElement } from './render/element';

const ROWS = [
  { name: 'one', amount: 1 },
  { name: 'two', amount: 2 },
];

/**
 * Draws what most interfaces are made of, once, outside of the document: code that ran before is compiled already, so that a
 * frame which had the time for this shows its first program in half of it. Nothing of it stays.
 */
export function rehearse(make: MakeElement): void {
  const part = (name: string, props?: Record<string, unknown>, ...children: unknown[]) => make(kit[name], props, ...children);
  const root = createRoot(document.createElement('div'));
  flushSync(() =>
    root.render(
      part(
        'Page',
        { title: 'Rehearsal', description: 'Before the program' },
        part('Stat', { label: 'Amount', value: 1 }),
        part('Card', {}, part('CardHeader', {}, part('CardTitle', {}, 'Card')), part('CardContent', {}, part('DataTable', { rows: ROWS }))),
        part('Select', { defaultValue: 'one' }, part('SelectTrigger', {}, part('SelectValue'))),
        make('div', { className: 'flex gap-2' }, part('Input', { defaultValue: 'text' }), part('Button', {}, 'Go'), part('Badge', {}, 'new')),
      ),
    ),
  );
  root.unmount();
}

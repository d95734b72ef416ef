import { renderToStaticMarkup } from 'react-dom/server';
import type { FunctionComponent } from 'react';
import { describe, expect, it } from 'vitest';
import type { IconTable } from './icon-table';
import { createIcons } from './icons';
import { createLateBundle } from './late-bundle';

const TABLE: IconTable = {
  numbers: { Check: 0, Tick: 0 },
  drawings: [{ name: 'check', size: 24, node: [['path', { d: 'M20 6 9 17l-5-5' }]] }],
};

function begin() {
  const bundle = createLateBundle((text) => JSON.parse(text) as IconTable, (task) => task());
  const icons = createIcons(bundle);
  const draw = (name: string, props: object = {}) => {
    const Icon = icons.names[name] as FunctionComponent<object>;
    return renderToStaticMarkup(<Icon {...props} />);
  };
  return { bundle, icons, draw, arrive: () => bundle.receive(JSON.stringify(TABLE)) };
}

describe('an icon whose drawing is not here yet', () => {
  it('is an empty box of the same size and class, and is the same component when it comes', () => {
    const { icons, draw, arrive } = begin();
    const before = draw('CheckIcon', { className: 'size-4', size: 16 });
    const component = icons.names.CheckIcon;
    expect(icons.isPending()).toBe(true);
    arrive(); // Nobody has to ask again.
    expect(icons.isPending()).toBe(false);
    const after = draw('CheckIcon', { className: 'size-4', size: 16 });
    expect(icons.names.CheckIcon).toBe(component);
    expect(before).toMatch(/^<svg [^>]*width="16" height="16"[^>]*class="lucide size-4"[^>]*><\/svg>$/);
    expect(after).toContain('<path d="M20 6 9 17l-5-5"></path>');
    expect(after.replace('lucide-check ', '').replace(/<path.*<\/path>/, '')).toBe(before);
  });

  it('is taken for an icon until it’s known to be none', () => {
    const { icons, arrive } = begin();
    expect(icons.names.StatusIcon).toBeDefined();
    arrive();
    expect(icons.names.StatusIcon).toBeUndefined();
    expect('StatusIcon' in icons.names).toBe(false);
  });
});

describe('the names of icons', () => {
  it('are read with and without suffix, former names lead to the same drawing', () => {
    const { icons, draw, arrive } = begin();
    arrive();
    expect(Object.keys(icons.names)).toEqual(['Check', 'CheckIcon', 'Tick', 'TickIcon']);
    expect(icons.names.Check).toBe(icons.names.CheckIcon);
    expect(draw('TickIcon')).toBe(draw('Check'));
  });

  it('are never what every object has', () => {
    const { icons, arrive } = begin();
    for (const name of ['constructor', 'toString', 'then', 'Icon', '__esModule']) expect(icons.names[name]).toBeUndefined();
    arrive();
    for (const name of ['constructor', 'toString', 'then', 'Icon', '__esModule']) expect(icons.names[name]).toBeUndefined();
  });
});

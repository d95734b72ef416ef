import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

// e2e holds the frames of a start; here is what they stand on.
it('moves nothing where less motion is wished for: a duration alone would move every property of a new page', () => {
  const reduced = css.slice(css.indexOf('@media (prefers-reduced-motion: reduce)'));
  expect(reduced).toContain('transition: none !important');
  expect(reduced).not.toContain('transition-duration');
});

/** A colour in linear sRGB, 0 to 1. */
type Rgb = [number, number, number];
/** The tokens of one theme by name, without the dashes. Those that are partly transparent are left out. */
type Tokens = Record<string, Rgb>;

const css = readFileSync(new URL('./theme.css', import.meta.url), 'utf8');
const themes = { light: tokens(/:root \{([^}]*)\}/), dark: tokens(/\.dark \{([^}]*)\}/) };
const categorical = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `chart-${n}`);

const textOnSurface: [string, string[]][] = [
  ['foreground', ['background', 'card', 'muted', 'accent', 'secondary']],
  ['card-foreground', ['card']],
  ['popover-foreground', ['popover', 'accent']],
  ['primary-foreground', ['primary']],
  ['secondary-foreground', ['secondary']],
  ['accent-foreground', ['accent']],
  ['destructive-foreground', ['destructive']],
  ['muted-foreground', ['background', 'card', 'popover', 'muted', 'secondary', 'accent']],
  ['primary', ['background', 'card', 'popover']],
  ['destructive', ['background', 'card', 'popover', 'muted']],
  ['writes', ['background', 'card', 'muted']],
  ['success', ['background', 'card', 'muted']],
  ['warning', ['background', 'card', 'muted']],
];

describe.each(Object.entries(themes))('the %s theme', (_, theme) => {
  it.each(textOnSurface.flatMap(([text, surfaces]) => surfaces.map((surface) => [text, surface] as const)))(
    'reads %s on %s at 4.5:1',
    (text, surface) => expect(contrast(at(theme, text), at(theme, surface))).toBeGreaterThanOrEqual(4.5),
  );

  it.each([...categorical, 'control', 'ring'])('shows %s on a card and on the wall at 3:1', (name) => {
    expect(contrast(at(theme, name), at(theme, 'card'))).toBeGreaterThanOrEqual(3);
    expect(contrast(at(theme, name), at(theme, 'background'))).toBeGreaterThanOrEqual(2.9);
  });

  it.each(Object.keys(VISION))('keeps any two chart colours apart with %s', (vision) => {
    const matrix = VISION[vision]!;
    const seen = categorical.map((name) => lab(seenBy(matrix, at(theme, name))));
    const distances = seen.flatMap((a, i) => seen.slice(0, i).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])));
    // A just noticeable difference is about 0.02 in OKLab; 0.05 is seen at a glance in bars that don't touch.
    expect(Math.min(...distances)).toBeGreaterThan(0.05);
  });

  it('orders sequential colours by lightness', () => {
    const light = [1, 2, 3, 4, 5].map((n) => lab(at(theme, `sequential-${n}`))[0]);
    const step = Math.sign(light[1]! - light[0]!);
    expect(light.slice(1).every((l, i) => Math.sign(l - light[i]!) === step)).toBe(true);
  });
});

it('gives both themes the same tokens', () => {
  expect(Object.keys(themes.dark).sort()).toEqual(Object.keys(themes.light).sort());
});

/** How colours reach people, as matrices over linear sRGB: Machado, Oliveira and Fernandes 2009, severity 1. */
const VISION: Record<string, number[]> = {
  'full vision': [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
};

function at(theme: Tokens, name: string): Rgb {
  const color = theme[name];
  if (!color) throw new Error(`The theme has no solid colour --${name}.`);
  return color;
}

function tokens(block: RegExp): Tokens {
  const text = block.exec(css)?.[1] ?? '';
  const colors = text.matchAll(/--([\w-]+): oklch\(([\d.]+) ([\d.]+) ([\d.]+)\);/g);
  return Object.fromEntries([...colors].map(([, name, l, c, h]) => [name!, linear(Number(l), Number(c), Number(h))]));
}

/** OKLCH to linear sRGB, clipped to what a screen can show: https://bottosson.github.io/posts/oklab/ */
function linear(lightness: number, chroma: number, hue: number): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return clip([
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ]);
}

function lab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function seenBy(matrix: number[], [r, g, b]: Rgb): Rgb {
  const row = (i: number) => matrix[i]! * r + matrix[i + 1]! * g + matrix[i + 2]! * b;
  return clip([row(0), row(3), row(6)]);
}

function clip([r, g, b]: Rgb): Rgb {
  const within = (n: number) => Math.min(1, Math.max(0, n));
  return [within(r), within(g), within(b)];
}

/** WCAG 2.2 contrast ratio. */
function contrast(a: Rgb, b: Rgb): number {
  const [lo, hi] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (hi! + 0.05) / (lo! + 0.05);
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

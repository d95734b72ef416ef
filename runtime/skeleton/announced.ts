/** What is known of a component that is used but not yet written: its name, and the properties it is used with. */

export type Kind = 'none' | 'through' | 'chart' | 'spark' | 'table' | 'figure' | 'figures' | 'card' | 'list' | 'row' | 'bar' | 'field' | 'inline' | 'part';

export type Announced = {
  kind: Kind;
  /** Classes among the given ones that say a size or a place. */
  className: string;
  /** A height that was given as such: pixels, or a length of CSS. */
  height: number | string | undefined;
  /** True where classes say the height. */
  isSized: boolean;
  /** Rows or items to draw, as far as they can be counted. */
  count: number | undefined;
};

/** The last word of a name that is here decides. `SummaryCards` is cards, `OrdersTableCard` a card. */
const KIND_OF: Record<string, Kind> = {
  ...kinds('none', 'Dialog Sheet Modal Drawer Popover Tooltip Menu Toast Toaster Portal Overlay Effect Shortcuts Error Failed Loading Skeleton Spinner'),
  ...kinds('through', 'Provider Boundary Context Guard Wrapper Frame Shell Layout Suspense'),
  ...kinds('chart', 'Chart Graph Plot Histogram Heatmap Treemap Donut Pie Map Trend Trends Timeline Funnel Gauge Sankey Radar Calendar'),
  ...kinds('spark', 'Sparkline Spark Meter Progress Stripe'),
  ...kinds('table', 'Table Sheet Ledger Matrix'),
  ...kinds('figure', 'Stat Kpi KPI Tile Metric Figure Fact Score Counter Highlight'),
  ...kinds('figures', 'Stats Kpis KPIs Tiles Metrics Figures Facts Scores Numbers Highlights Summary Totals Overview'),
  ...kinds('card', 'Card Panel Widget Box Section Block Form Detail Details Profile'),
  ...kinds('list', 'List Feed Items Rows Entries Cards Grid Board Gallery Column Activity Log'),
  ...kinds('row', 'Row Item Entry Line Record'),
  ...kinds('bar', 'Header Footer Toolbar Bar Nav Navigation Tabs Filters Controls Actions Title Heading Breadcrumbs Legend Pager Pagination Banner Notice Alert'),
  ...kinds('field', 'Input Field Select Picker Search Filter Dropdown Combobox Slider Textarea'),
  ...kinds('inline', 'Icon Badge Chip Tag Pill Dot Avatar Label Button Link Toggle Switch Checkbox Price Amount Delta Change Clock Head Cell Arrow Mark Star Logo Status Value Text Time'),
};

function kinds(kind: Kind, words: string): Record<string, Kind> {
  return Object.fromEntries(words.split(' ').map((word) => [word, kind]));
}

const WORDS = /[A-Z]+(?![a-z])|[A-Z][a-z]+|[A-Z]/g;

/** `RevenueChart` → chart. The words before the last are asked only where the last says nothing. */
export function kindOf(name: string): Kind {
  const words = name.match(WORDS) ?? [];
  const last = words.findLast((word) => Object.hasOwn(KIND_OF, word));
  const kind = last === undefined ? 'part' : KIND_OF[last]!;
  // A row or a grid of figures is as high as they are.
  const holdsFigures = words.slice(0, -1).some((word) => ['figure', 'figures'].includes(KIND_OF[word] ?? ''));
  return holdsFigures && (kind === 'row' || kind === 'list' || kind === 'bar') ? 'figures' : kind;
}

const SIZE = /^(?:[\w@[\]-]+:)*-?(?:h|size|min-h|aspect)-/;
const PLACE = /^(?:[\w@[\]-]+:)*-?(?:(?:w|max-w|min-w|max-h|col|row|basis|self|justify-self|order|m[trblxyes]?|rounded)-\S+|rounded|flex-1|flex-none|grow|shrink|shrink-0|absolute|fixed|sticky|hidden|block|inline-block|(?:top|left|right|bottom|inset)-\S+)$/;

/** Names of properties that hold what a component repeats. */
const REPEATED = ['rows', 'data', 'items', 'orders', 'entries', 'list', 'points'];

/** What a use of a component says of its size. `given` are its properties, whatever they are. */
export function announced(name: string, given: Readonly<Record<string, unknown>>): Announced {
  const classes = typeof given.className === 'string' ? given.className.split(/\s+/) : [];
  const style = (typeof given.style === 'object' && given.style) || {};
  const height = lengthOf(given.height ?? (style as Record<string, unknown>).height ?? given.size);
  return {
    kind: kindOf(name),
    className: classes.filter((each) => SIZE.test(each) || PLACE.test(each)).join(' '),
    height,
    isSized: classes.some((each) => SIZE.test(each)),
    count: countOf(given),
  };
}

/** A word as a size (`size="sm"`) is none. */
function lengthOf(value: unknown): number | string | undefined {
  if (typeof value === 'number' && value > 0) return value;
  return typeof value === 'string' && /^\d+(\.\d+)?(px|rem|em|%|vh)$/.test(value) ? value : undefined;
}

function countOf(given: Readonly<Record<string, unknown>>): number | undefined {
  if (typeof given.rows === 'number' && given.rows > 0) return Math.floor(given.rows);
  for (const name of REPEATED) {
    const value = given[name];
    if (Array.isArray(value)) return value.length;
  }
  return undefined;
}

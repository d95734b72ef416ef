import { capitalise } from '../words/tokens';
import { attribute, element, indent, jsxText, onChange } from './jsx-text';
import type { Filter } from '../plan';
import type { FilterPart } from './outline';
import { paramsOf } from './select';

/** One filter's own component. */
export function writeFilter({ component, options, filter }: FilterPart): string {
  if (filter.type === 'dates') return datesText(component, filter);
  if (filter.type === 'search') return searchText(component, filter.label);
  if (filter.type === 'range') return rangeText(component, filter);
  const label = capitalise(filter.label);
  return [
    `function ${component}({ value, onChange }: { value: string; onChange: (value: string) => void }) {`,
    `  const options = useData(data.${options?.name}, {});`,
    '  return (',
    ...indent(element('Choice', [attribute('label', label), ...(filter.type === 'month' ? ['all="All months"'] : [attribute('lead', `${label}: `)]), 'options={options}', 'value={value}', 'onChange={onChange}']), 4),
    '  );',
    '}',
  ].join('\n');
}

/** Which date it is stands before it; days the wrong way round are said, where they were typed. */
function datesText(component: string, { field }: Filter): string {
  const label = capitalise(field.label);
  const day = (side: 'from' | 'to') => element('Input', ['type="date"', attribute('aria-label', `${label} ${side}`), 'className="min-w-0 flex-1 px-2 @lg:w-36 @lg:flex-none"', 'aria-invalid={turned}', `value={${side}}`, `onChange={(event) => ${onChange(side)}(event.target.value)}`]);
  return [
    `function ${component}(props: {`,
    '  from: string;',
    '  to: string;',
    '  onFromChange: (day: string) => void;',
    '  onToChange: (day: string) => void;',
    '}) {',
    '  const { from, to, onFromChange, onToChange } = props;',
    '  const turned = from !== "" && to !== "" && from > to;',
    '  return (',
    ...indent(element('div', ['className="grid w-full gap-1 @lg:w-auto"'], [
      ...element('div', ['className="flex flex-wrap items-center gap-2"'], [
        ...element('span', ['className="w-full text-sm text-muted-foreground @lg:w-auto"'], [jsxText(label)]),
        ...day('from'),
        '<span className="text-sm text-muted-foreground">to</span>',
        ...day('to'),
      ]),
      ...turnedText('The first day is after the last.'),
    ]), 4),
    '  );',
    '}',
  ].join('\n');
}

function turnedText(words: string): string[] {
  return [`{turned && <p role="alert" className="text-xs text-destructive">${words}</p>}`];
}

function searchText(component: string, label: string): string {
  return [
    `function ${component}({ value, onChange }: { value: string; onChange: (value: string) => void }) {`,
    '  return (',
    ...indent(element('Input', ['type="search"', attribute('aria-label', `Search ${label}`), attribute('placeholder', `Search ${label}`), 'className="w-full @lg:w-52"', 'value={value}', 'onChange={(event) => onChange(event.target.value)}']), 4),
    '  );',
    '}',
  ].join('\n');
}

/** Two fields, and a slider where it is known between which numbers. */
function rangeText(component: string, filter: Filter): string {
  const [from, to] = paramsOf(filter) as [string, string];
  const label = capitalise(filter.label);
  const isTurned = `${from} !== "" && ${to} !== "" && Number(${from}) > Number(${to})`;
  const head = [
    `function ${component}(props: {`,
    `  ${from}: string;`,
    `  ${to}: string;`,
    `  ${onChange(from)}: (value: string) => void;`,
    `  ${onChange(to)}: (value: string) => void;`,
    '}) {',
    `  const { ${from}, ${to}, ${onChange(from)}, ${onChange(to)} } = props;`,
    `  const turned = ${isTurned};`,
  ];
  const field = (side: 'from' | 'to', ...more: string[]) => element('Input', ['type="number"', attribute('aria-label', `${label} ${side}`), 'aria-invalid={turned}', ...more]);
  const turned = turnedText('The first number is more than the last.');
  if (!filter.bounds) {
    const plain = (side: 'from' | 'to', param: string) => field(side, attribute('placeholder', `${label} ${side}`), 'className="min-w-0 flex-1 @lg:w-32 @lg:flex-none"', `value={${param}}`, `onChange={(event) => ${onChange(param)}(event.target.value)}`);
    const fields = element('div', ['className="flex items-center gap-2"'], [...plain('from', from), ...plain('to', to)]);
    return [...head, '  return (', ...indent(element('div', ['className="grid w-full gap-1 @lg:w-auto"'], [...fields, ...turned]), 4), '  );', '}'].join('\n');
  }
  const write = filter.field.format === 'money' ? 'fmt.money(value, { maximumFractionDigits: 0 })' : 'fmt.number(value)';
  const { low, high, step } = evenBounds(filter.bounds);
  const typed = (side: 'from' | 'to', param: string, end: number) =>
    field(side, 'className="h-8 min-w-0 flex-1 px-2 text-right tabular-nums"', `placeholder={write(${end})}`, `value={dragged ? dragged[${side === 'from' ? 0 : 1}] : ${param}}`, [
      'onChange={(event) => {',
      '  setDragged(null);',
      `  ${onChange(param)}(event.target.value);`,
      '}}',
    ].join('\n'));
  return [
    ...head,
    '  const [dragged, setDragged] = useState<number[] | null>(null);',
    `  const write = (value: number) => ${write};`,
    '  return (',
    ...indent(element('div', ['className="grid w-full gap-2 @lg:w-64"'], [
      ...element('div', ['className="flex items-center gap-2 text-sm text-muted-foreground"'], [`<span>${jsxText(label)}</span>`, ...typed('from', from, low), '<span>to</span>', ...typed('to', to, high)]),
      ...element('Slider', [attribute('aria-label', label), `min={${low}}`, `max={${high}}`, `step={${step}}`, `value={dragged ?? [Number(${from} || ${low}), Number(${to} || ${high})]}`, 'onValueChange={setDragged}', [
        'onValueCommit={([low, high]) => {',
        `  ${onChange(from)}(low === undefined || low <= ${low} ? "" : String(low));`,
        `  ${onChange(to)}(high === undefined || high >= ${high} ? "" : String(high));`,
        '}}',
      ].join('\n')]),
      ...turned,
    ]), 4),
    '  );',
    '}',
  ].join('\n');
}

/** A hundred steps or some more, of 1, 2 or 5, and ends that are steps too. */
function evenBounds({ low, high }: { low: number; high: number }): { low: number; high: number; step: number } {
  const wanted = (high - low) / 100;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const plain = (value: number) => Number(value.toPrecision(12));
  const step = plain(([5, 2].find((n) => n * power <= wanted) ?? 1) * power);
  return { low: plain(Math.floor(low / step) * step), high: plain(Math.ceil(high / step) * step), step };
}

const CHOICE = `type Option = { value: string | null; label?: string | null };

function Choice(props: {
  label: string;
  lead?: string;
  all?: string;
  options: { data: Option[] | undefined; error: Error | undefined; reload: () => void };
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, lead = "", options, value, onChange } = props;
  const all = props.all ?? lead + "all";
  if (options.error) {
    return (
      <Button variant="outline" onClick={() => options.reload()}>
        {label} could not be loaded: try again
      </Button>
    );
  }
  const chosen = options.data?.find((option) => option.value === value);
  return (
    <Select value={value || ALL} onValueChange={(next) => onChange(next === ALL ? "" : next)}>
      <SelectTrigger aria-label={label} className="min-w-36 flex-1 @lg:w-52 @lg:flex-none">
        <SelectValue>{value ? lead + (chosen?.label ?? value) : all}</SelectValue>
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={ALL}>{all}</SelectItem>
        {options.data?.map((option) =>
          option.value ? (
            <SelectItem key={option.value} value={option.value}>
              {option.label ?? fmt.word(option.value)}
            </SelectItem>
          ) : null,
        )}
      </SelectContent>
    </Select>
  );
}`;

/** What several filters are made of. */
export function writeFilterParts(filters: readonly FilterPart[]): string[] {
  return filters.some((f) => f.options !== null) ? [CHOICE] : [];
}

import { capitalise } from '../words/tokens';
import { attribute, element, indent, onChange } from './jsx-text';
import type { Filter } from '../plan';
import type { FilterPart } from './outline';
import { paramsOf } from './select';

/** One filter's own component. */
export function writeFilter({ component, options, filter }: FilterPart): string {
  if (filter.type === 'dates') return DATES.replace('COMPONENT', component);
  if (filter.type === 'search') return searchText(component, filter.label);
  if (filter.type === 'range') return rangeText(component, filter);
  const label = capitalise(filter.label);
  return [
    `function ${component}({ value, onChange }: { value: string; onChange: (value: string) => void }) {`,
    `  const options = useData(data.${options?.name}, {});`,
    '  return (',
    ...indent(element('Choice', [attribute('label', label), attribute('all', filter.type === 'month' ? 'All months' : `${label}: all`), 'options={options}', 'value={value}', 'onChange={onChange}']), 4),
    '  );',
    '}',
  ].join('\n');
}

const DATES = `function COMPONENT(props: {
  from: string;
  to: string;
  onFromChange: (day: string) => void;
  onToChange: (day: string) => void;
}) {
  const { from, to, onFromChange, onToChange } = props;
  return (
    <div className="flex w-full items-center gap-2 @lg:w-auto">
      <Input
        type="date"
        aria-label="From"
        className="min-w-0 flex-1 px-2 @lg:w-36 @lg:flex-none"
        value={from}
        max={to || undefined}
        onChange={(event) => onFromChange(event.target.value)}
      />
      <span className="text-sm text-muted-foreground">to</span>
      <Input
        type="date"
        aria-label="To"
        className="min-w-0 flex-1 px-2 @lg:w-36 @lg:flex-none"
        value={to}
        min={from || undefined}
        onChange={(event) => onToChange(event.target.value)}
      />
    </div>
  );
}`;

function searchText(component: string, label: string): string {
  return [
    `function ${component}({ value, onChange }: { value: string; onChange: (value: string) => void }) {`,
    '  return (',
    ...indent(element('Input', ['type="search"', attribute('aria-label', `Search ${label}`), attribute('placeholder', `Search ${label}`), 'className="w-full @lg:w-52"', 'value={value}', 'onChange={(event) => onChange(event.target.value)}']), 4),
    '  );',
    '}',
  ].join('\n');
}

/** A slider where it is known between which numbers, else two fields. */
function rangeText(component: string, filter: Filter): string {
  const [from, to] = paramsOf(filter) as [string, string];
  const head = [
    `function ${component}(props: {`,
    `  ${from}: string;`,
    `  ${to}: string;`,
    `  ${onChange(from)}: (value: string) => void;`,
    `  ${onChange(to)}: (value: string) => void;`,
    '}) {',
    `  const { ${from}, ${to}, ${onChange(from)}, ${onChange(to)} } = props;`,
  ];
  const label = capitalise(filter.label);
  const write = filter.field.format === 'money' ? 'fmt.money(value, { maximumFractionDigits: 0 })' : 'fmt.number(value)';
  if (!filter.bounds) {
    const field = (name: string, param: string) => element('Input', ['type="number"', attribute('aria-label', `${label} ${name}`), attribute('placeholder', `${label} ${name}`), 'className="min-w-0 flex-1 @lg:w-32 @lg:flex-none"', `value={${param}}`, `onChange={(event) => ${onChange(param)}(event.target.value)}`]);
    return [...head, '  return (', ...indent(element('div', ['className="flex w-full items-center gap-2 @lg:w-auto"'], [...field('from', from), ...field('to', to)]), 4), '  );', '}'].join('\n');
  }
  const { low, high } = filter.bounds;
  return [
    ...head,
    `  const [range, setRange] = useState([Number(${from} || ${low}), Number(${to} || ${high})]);`,
    `  const write = (value: number | undefined) => ${write};`,
    '  return (',
    ...indent(element('div', ['className="grid w-full gap-2 @lg:w-52"'], [
      `<span className="flex justify-between text-xs text-muted-foreground"><span>${label}</span><span className="tabular-nums">{write(range[0])} – {write(range[1])}</span></span>`,
      ...element('Slider', [attribute('aria-label', label), `min={${low}}`, `max={${high}}`, `step={${stepOf(low, high)}}`, 'value={range}', 'onValueChange={setRange}', [
        'onValueCommit={([low, high]) => {',
        `  ${onChange(from)}(low === undefined || low <= ${low} ? "" : String(low));`,
        `  ${onChange(to)}(high === undefined || high >= ${high} ? "" : String(high));`,
        '}}',
      ].join('\n')]),
    ]), 4),
    '  );',
    '}',
  ].join('\n');
}

/** A hundred steps or so, of 1, 2 or 5. */
function stepOf(low: number, high: number): number {
  const wanted = (high - low) / 100;
  const power = 10 ** Math.floor(Math.log10(wanted || 1));
  const step = [1, 2, 5, 10].find((n) => n * power >= wanted) ?? 10;
  return Number((step * power).toPrecision(6));
}

const CHOICE = `type Option = { value: string | null; label?: string | null };

function Choice(props: {
  label: string;
  all: string;
  options: { data: Option[] | undefined; error: Error | undefined; reload: () => void };
  value: string;
  onChange: (value: string) => void;
}) {
  const { label, all, options, value, onChange } = props;
  if (options.error) {
    return (
      <Button variant="outline" onClick={() => options.reload()}>
        {label} could not be loaded: try again
      </Button>
    );
  }
  return (
    <Select value={value || ALL} onValueChange={(next) => onChange(next === ALL ? "" : next)}>
      <SelectTrigger aria-label={label} className="min-w-36 flex-1 @lg:w-44 @lg:flex-none">
        <SelectValue />
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

import { capitalise } from '../catalogue/catalogue';
import { attribute, element, indent } from './jsx-text';
import type { FilterPart } from './outline';

/** One filter's own component. */
export function writeFilter({ component, options, filter }: FilterPart): string {
  if (filter.type === 'dates') return DATES.replace('COMPONENT', component);
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
    <div className="flex items-center gap-2">
      <Input
        type="date"
        aria-label="From"
        className="w-36"
        value={from}
        max={to || undefined}
        onChange={(event) => onFromChange(event.target.value)}
      />
      <span className="text-sm text-muted-foreground">to</span>
      <Input
        type="date"
        aria-label="To"
        className="w-36"
        value={to}
        min={from || undefined}
        onChange={(event) => onToChange(event.target.value)}
      />
    </div>
  );
}`;

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
      <SelectTrigger aria-label={label} className="w-44">
        <SelectValue />
      </SelectTrigger>
      <SelectContent>
        <SelectItem value={ALL}>{all}</SelectItem>
        {options.data?.map((option) =>
          option.value ? (
            <SelectItem key={option.value} value={option.value}>
              {option.label ?? option.value}
            </SelectItem>
          ) : null,
        )}
      </SelectContent>
    </Select>
  );
}`;

/** What several filters are made of. */
export function writeFilterParts(filters: readonly FilterPart[]): string[] {
  return filters.some((f) => f.filter.type !== 'dates') ? [CHOICE] : [];
}

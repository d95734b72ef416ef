import { propertyName } from '../../binding/print-shape';
import { attribute, element, indent, returned, text } from '../write/jsx-text';
import { capitalise, uncapitalise } from '../words/tokens';
import type { ListColumn } from './call-plan';
import type { ListPart } from './call-outline';
import { argumentText } from './argument-text';
import { optionItems } from './option-items';

/** The function of `data.ts` that gives a table its rows. */
export function listData({ list, read }: ListPart): string {
  const { filters, binding, operation, most, path, columns } = list;
  const parameter = filters.length ? `{ ${filters.map(({ id }) => id).join(', ')} }: { ${filters.map(({ id }) => `${id}: string`).join('; ')} }` : '_: {}';
  const sent = argumentText([...list.fixed, ...(most ? [{ path: [most.argument], value: most.rows }] : [])], filters);
  const at = path.map((step) => `?.${member(step)}`).join('');
  const entries = columns.map((column) => `${column.key}: ${valueOf(column)}`);
  return [
    `/** ${list.title.replaceAll('*/', '* /')}. */`,
    `export async function ${read}(${parameter}) {`,
    `  const answer = await ${binding}.${operation}(${sent});`,
    `  return (answer${at} ?? []).flatMap((row) => (row ? [{ ${entries.join(', ')} }] : []));`,
    '}',
    '',
  ].join('\n');
}

function valueOf({ path: [first = '', ...inner] }: ListColumn): string {
  const name = /^[A-Za-z_$][\w$]*$/.test(first) ? `.${first}` : `[${JSON.stringify(first)}]`;
  return `row${name}${inner.map((step) => `?.${member(step)}`).join('')}`;
}

function member(step: string): string {
  return propertyName(step) === step ? step : `[${JSON.stringify(step)}]`;
}

/** The component of a table over an API's rows, with its filters beside its title. */
export function writeList({ list, component, read }: ListPart): string {
  const { filters, columns, title } = list;
  const ids = filters.map(({ id }) => id);
  const actions = filters.flatMap((field) => element('Select', [`value={${field.id} || ALL_OF_THEM}`, `onValueChange={(value) => set${capitalise(field.id)}(value === ALL_OF_THEM ? "" : value)}`], [
    `<SelectTrigger ${attribute('aria-label', field.label)} className="w-40"><SelectValue /></SelectTrigger>`,
    ...element('SelectContent', [], [`<SelectItem value={ALL_OF_THEM}>${`Any ${uncapitalise(field.label)}`}</SelectItem>`, ...optionItems(field.options ?? [])]),
  ]));
  const table = element('DataTable', [
    attribute('title', title),
    'data={rows}',
    ['columns={[', ...indent(columns.map(columnText), 2), ']}'].join('\n'),
    ...(actions.length ? [['actions={', '  <>', ...indent(actions, 4), '  </>', '}'].join('\n')] : []),
  ]);
  return [
    `function ${component}() {`,
    ...ids.map((id) => `  const [${id}, set${capitalise(id)}] = useState("");`),
    `  const rows = useData(data.${read}, ${ids.length ? `{ ${ids.join(', ')} }` : '{}'});`,
    ...indent(returned(table), 2),
    '}',
  ].join('\n');
}

export const ALL_OF_THEM = `/** What a filter says for "no choice": a select item can't be the empty string. */\nconst ALL_OF_THEM = "(all)";`;

function columnText({ key, label, format }: ListColumn): string {
  const head = `key: ${text(key)}, label: ${text(label)}`;
  if (format === 'status') return `{ ${head}, render: (row) => row.${key} && <Badge variant="outline">{fmt.label(row.${key}.toLowerCase())}</Badge> },`;
  if (format === 'flag') return `{ ${head}, render: (row) => (row.${key} ? "Yes" : "No") },`;
  return format === 'text' ? `{ ${head} },` : `{ ${head}, format: ${text(format)} },`;
}

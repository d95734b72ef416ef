import { propertyName } from '../../binding/print-shape';
import { uncapitalise } from '../words/tokens';
import { indent } from '../write/jsx-text';
import type { FormField } from './call-plan';
import { listData } from './write-list';
import type { CallPart, Choices, FormPart } from './call-outline';

/** The functions of `data.ts` that call an API's: those that give rows, and those that change something by what a form holds. */
export function writeCallData(parts: readonly CallPart[]): string[] {
  return parts.flatMap((part) => {
    if (part.kind === 'list') return [listData(part)];
    const { form, read, choices } = part;
    const { fields } = form;
    const types = fields.map((field) => `${field.id}: ${field.kind === 'flag' ? 'boolean' : 'string'}`);
    const parameter = fields.length ? parameterOf(fields.map((field) => field.id), types) : '_: {}';
    const optional = fields.some((field) => !field.required);
    const change = [
      `/** ${form.title.replaceAll('*/', '* /')}.${optional ? ' What is left empty isn’t sent.' : ''} */`,
      `export async function ${read}(${parameter}) {`,
      ...indent(callLines(form.binding, form.operation, argumentOf(form)), 2),
      '}',
      '',
    ].join('\n');
    return [change, ...choices.map((each) => choicesText(each, form.binding))];
  });
}

function choicesText({ field, rows, read }: Choices, binding: string): string {
  const at = rows.path.map((step) => (/^[A-Za-z_$][\w$]*$/.test(step) ? `?.${step}` : `?.[${JSON.stringify(step)}]`)).join('');
  const of = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? `row.${name}` : `row[${JSON.stringify(name)}]`);
  return [
    `/** The ${uncapitalise(field.label)} is chosen from these. */`,
    `export async function ${read}(_: {}) {`,
    `  const answer = await ${binding}.${rows.operation}(${rows.most ? `{ ${propertyName(rows.most.argument)}: ${rows.most.rows} }` : '{}'});`,
    `  return (answer${at} ?? []).flatMap((row) => (row ? [{ value: String(${of(rows.value)}), label: String(${of(rows.label)} ?? ${of(rows.value)}) }] : []));`,
    '}',
    '',
  ].join('\n');
}

const LINE_WIDTH = 100;

function parameterOf(names: readonly string[], types: readonly string[]): string {
  const line = `{ ${names.join(', ')} }: { ${types.join('; ')} }`;
  return line.length <= LINE_WIDTH ? line : `{\n${indent(names.map((name) => `${name},`), 2).join('\n')}\n}: {\n${indent(types.map((type) => `${type};`), 2).join('\n')}\n}`;
}

type Tree = Map<string, string | Tree>;

/** What is sent, on one line: what is fixed, and what was chosen. */
export function argumentText(fixed: FormPart['form']['fixed'], fields: readonly FormField[]): string {
  const tree = argumentOf({ fixed, fields: [...fields] });
  return tree.size === 0 ? '{}' : objectLines(tree).join('\n  ');
}

function argumentOf({ fields, fixed }: Pick<FormPart['form'], 'fields' | 'fixed'>): Tree {
  const root: Tree = new Map();
  const put = (path: readonly string[], value: string) => {
    let at = root;
    for (const step of path.slice(0, -1)) {
      const next = at.get(step);
      const inner: Tree = next instanceof Map ? next : new Map();
      at.set(step, inner);
      at = inner;
    }
    at.set(path.at(-1)!, value);
  };
  for (const { path, value } of fixed) put(path, JSON.stringify(value));
  for (const field of fields) put(field.path, valueOf(field));
  return root;
}

function callLines(binding: string, operation: string, tree: Tree): string[] {
  if (tree.size === 0) return [`return ${binding}.${operation}({});`];
  const [first = '', ...rest] = objectLines(tree);
  return rest.length === 0 ? [`return ${binding}.${operation}(${first});`] : [`return ${binding}.${operation}(${first}`, ...rest.slice(0, -1), `${rest.at(-1)});`];
}

function objectLines(tree: Tree): string[] {
  const entries = [...tree].map(([name, value]): string[] => {
    const key = propertyName(name);
    if (!(value instanceof Map)) return [value === key ? key : `${key}: ${value}`];
    const [first = '', ...rest] = objectLines(value);
    return [`${key}: ${first}`, ...rest];
  });
  const line = `{ ${entries.map((lines) => lines.join(' ')).join(', ')} }`;
  if (entries.every((lines) => lines.length === 1) && line.length <= LINE_WIDTH - 30) return [line];
  return ['{', ...entries.flatMap((lines) => indent([...lines.slice(0, -1), `${lines.at(-1)},`], 2)), '}'];
}

/** Options whose type is written out; of more, the check is left to the API. */
const MAX_WRITTEN = 24;

/** What a field holds is text; what is sent is what the function takes, and nothing where nothing was typed. */
function valueOf({ id, kind, required, options = [], numeric, initial }: FormField): string {
  switch (kind) {
    case 'flag':
      // An unticked box says no where the answer is needed, or where "yes" goes without saying.
      return required || initial === 'true' ? id : `${id} || undefined`;
    case 'number':
      return required ? `Number(${id})` : `${id} === "" ? undefined : Number(${id})`;
    case 'moment':
      return required ? `new Date(${id}).toISOString()` : `${id} ? new Date(${id}).toISOString() : undefined`;
    case 'lines': {
      const lines = `${id}.split("\\n").map((line) => line.trim()).filter(Boolean)${numeric ? '.map(Number)' : ''}`;
      return required ? lines : `${id}.trim() ? ${lines} : undefined`;
    }
    case 'row':
      return numeric ? `Number(${id})` : id;
    case 'choice':
      return choiceOf(id, options, required);
    default:
      return required ? id : `${id} || undefined`;
  }
}

function choiceOf(id: string, options: readonly (string | number | boolean)[], required: boolean): string {
  const type = options.length <= MAX_WRITTEN ? options.map((option) => JSON.stringify(option)).join(' | ') : 'never';
  if (options.every((option) => typeof option === 'string')) return required ? `${id} as ${type}` : `(${id} || undefined) as ${type} | undefined`;
  const parsed = options.every((option) => typeof option !== 'string') ? `JSON.parse(${id})` : `${JSON.stringify(options)}.find((option) => String(option) === ${id})`;
  return required ? `${parsed} as ${type}` : `${id} ? (${parsed} as ${type}) : undefined`;
}

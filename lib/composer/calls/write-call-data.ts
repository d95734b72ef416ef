import { propertyName } from '../../binding/print-shape';
import { uncapitalise } from '../words/tokens';
import { indent } from '../write/jsx-text';
import { argumentOf, objectLines, type Tree } from './argument-text';
import { listData } from './write-list';
import type { CallPart, Choices } from './call-outline';

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

function choicesText({ field, rows, now, read }: Choices, binding: string): string {
  const at = rows.path.map((step) => (/^[A-Za-z_$][\w$]*$/.test(step) ? `?.${step}` : `?.[${JSON.stringify(step)}]`)).join('');
  const of = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? `row.${name}` : `row[${JSON.stringify(name)}]`);
  const present = now.map(({ id, kind, path }) => `${id}: ${kind === 'flag' ? `${of(path.at(-1)!)} === true` : `String(${of(path.at(-1)!)} ?? "")`}`);
  const option = [`value: String(${of(rows.value)})`, `label: String(${of(rows.label)} ?? ${of(rows.value)})`, ...(present.length ? [`now: { ${present.join(', ')} }`] : [])];
  return [
    `/** The ${uncapitalise(field.label)} is chosen from these${present.length ? '; `now` is what a form begins with' : ''}. */`,
    `export async function ${read}(_: {}) {`,
    `  const answer = await ${binding}.${rows.operation}(${rows.most ? `{ ${propertyName(rows.most.argument)}: ${rows.most.rows} }` : '{}'});`,
    ...(present.length ? indent([`return (answer${at} ?? []).flatMap((row) =>`, '  row', '    ? [', '        {', ...option.map((entry) => `          ${entry},`), '        },', '      ]', '    : [],', ');'], 2) : [`  return (answer${at} ?? []).flatMap((row) => (row ? [{ ${option.join(', ')} }] : []));`]),
    '}',
    '',
  ].join('\n');
}

const LINE_WIDTH = 100;

function parameterOf(names: readonly string[], types: readonly string[]): string {
  const line = `{ ${names.join(', ')} }: { ${types.join('; ')} }`;
  return line.length <= LINE_WIDTH ? line : `{\n${indent(names.map((name) => `${name},`), 2).join('\n')}\n}: {\n${indent(types.map((type) => `${type};`), 2).join('\n')}\n}`;
}

function callLines(binding: string, operation: string, tree: Tree): string[] {
  if (tree.size === 0) return [`return ${binding}.${operation}({});`];
  const [first = '', ...rest] = objectLines(tree);
  return rest.length === 0 ? [`return ${binding}.${operation}(${first});`] : [`return ${binding}.${operation}(${first}`, ...rest.slice(0, -1), `${rest.at(-1)});`];
}

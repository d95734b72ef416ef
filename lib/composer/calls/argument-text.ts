import { propertyName } from '../../binding/print-shape';
import { indent } from '../write/jsx-text';
import type { FormPart } from './call-outline';
import type { FormField } from './call-plan';

const LINE_WIDTH = 100;

/** An argument being put together: code for its values, by the names on the way to them. */
export type Tree = Map<string, string | Tree>;

/** What is sent, on one line: what is fixed, and what was chosen. */
export function argumentText(fixed: FormPart['form']['fixed'], fields: readonly FormField[]): string {
  const tree = argumentOf({ fixed, fields: [...fields] });
  return tree.size === 0 ? '{}' : objectLines(tree).join('\n  ');
}

/** The argument that a function is called with. */
export function argumentOf({ fields, fixed }: Pick<FormPart['form'], 'fields' | 'fixed'>): Tree {
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
  const known = fields.flatMap(({ rows }) => rows?.now ?? []);
  for (const field of fields) put(field.path, valueOf(field, known.includes(field.id)));
  return root;
}

/** An object literal, on one line where it fits. */
export function objectLines(tree: Tree): string[] {
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
function valueOf({ id, kind, required, options = [], numeric, initial }: FormField, known: boolean): string {
  switch (kind) {
    case 'flag':
      // An unticked box says no where the answer is needed, where "yes" goes without saying, or where it was shown as it is.
      return required || known || initial === 'true' ? id : `${id} || undefined`;
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

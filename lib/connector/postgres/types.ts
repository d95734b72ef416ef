import { parse as parseArray } from 'postgres-array';
import type { ValueType } from '../../binding/binding';
import { MAX_LISTED_VALUES } from '../limits';
import { type Json, parseJson } from '../sql/json';
import type { Session } from './session';

/** How values of a type reach generated code: their type in a binding, in TypeScript, and the way there from PostgreSQL's text. */
export type ValueForm = { type: ValueType; typescript: string; toJson: (text: string) => Json };

const TEXT: ValueForm = { type: 'string', typescript: 'string', toJson: (text) => text };
const NUMBER: ValueForm = { type: 'number', typescript: 'number', toJson: (text) => (Number.isFinite(Number(text)) ? Number(text) : null) };
const TIME: ValueForm = { ...TEXT, type: 'time' };
const JSON_FORM: ValueForm = { type: 'json', typescript: 'unknown', toJson: parseJson };

/** By the name in pg_type. */
const SCALARS: Readonly<Record<string, ValueForm>> = {
  ...Object.fromEntries(['int2', 'int4', 'int8', 'float4', 'float8', 'numeric', 'oid'].map((name) => [name, NUMBER])),
  bool: { type: 'boolean', typescript: 'boolean', toJson: (text) => text === 't' },
  date: { ...TEXT, type: 'date' },
  timestamp: { ...TEXT, type: 'timestamp', toJson: (text) => text.replace(' ', 'T') },
  // The offset is written `+00`, which JavaScript's Date doesn't read.
  timestamptz: { ...TEXT, type: 'timestamp', toJson: (text) => text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00') },
  time: TIME,
  timetz: TIME,
  json: JSON_FORM,
  jsonb: JSON_FORM,
  bytea: { ...TEXT, toJson: (text) => Buffer.from(text.replace(/^\\x/, ''), 'hex').toString('base64') },
};

type TypeRow = { name: string; kind: string; item: number; base: number; isArray: boolean; labels: string[] };

/** The types of one database, by their numbers. */
export class Types {
  readonly #rows: ReadonlyMap<number, TypeRow>;
  readonly #forms = new Map<number, ValueForm>();

  private constructor(rows: ReadonlyMap<number, TypeRow>) {
    this.#rows = rows;
  }

  static async read(session: Session): Promise<Types> {
    const rows = await session.ask(`
      select oid, typname, typtype, typelem, typbasetype, typcategory = 'A',
        (select json_agg(enumlabel order by enumsortorder) from pg_enum where enumtypid = pg_type.oid)
      from pg_type where typtype in ('b', 'd', 'e') or typcategory = 'A'`);
    return new Types(
      new Map(
        rows.map(([oid, name, kind, item, base, isArray, labels]) => [
          Number(oid),
          { name: name!, kind: kind!, item: Number(item), base: Number(base), isArray: isArray === 't', labels: labels ? (JSON.parse(labels) as string[]) : [] },
        ]),
      ),
    );
  }

  /** What isn't known (a row of a table, a range) is text, as PostgreSQL writes it. */
  form(oid: number): ValueForm {
    const known = this.#forms.get(oid);
    if (known) return known;
    const form = this.#make(this.#rows.get(oid));
    this.#forms.set(oid, form);
    return form;
  }

  /** The values of an enumeration; none where a type is another. */
  labels(oid: number): readonly string[] {
    return this.#rows.get(oid)?.labels ?? [];
  }

  #make(type: TypeRow | undefined): ValueForm {
    if (!type) return TEXT;
    if (type.kind === 'd') return this.form(type.base);
    if (type.kind === 'e') return enumForm(type.labels);
    if (type.isArray && type.item > 0) return listForm(this.form(type.item));
    return Object.hasOwn(SCALARS, type.name) ? SCALARS[type.name]! : TEXT;
  }
}

function enumForm(labels: readonly string[]): ValueForm {
  if (labels.length === 0 || labels.length > MAX_LISTED_VALUES) return TEXT;
  return { ...TEXT, typescript: labels.map((label) => JSON.stringify(label)).join(' | ') };
}

function listForm(item: ValueForm): ValueForm {
  const typescript = /^\w+$/.test(item.typescript) ? `${item.typescript}[]` : `(${item.typescript})[]`;
  return { type: 'json', typescript, toJson: (text) => parseArray(text, (entry) => (entry === null ? null : item.toJson(entry))) as Json };
}

import type { Expression, Measure } from '../plan';
import { stem, wordsOf } from '../words/tokens';
import type { Catalogue } from './entity';
import { pathBetween } from './keys';
import { type Link, type Name, nameIndexOf, nameText } from './names';

/** A word of a team's own: “turnover” means “quantity × unit price”. Both as they were typed. */
export type Term = { word: string; means: string };

/** A catalogue that knows a team's words. Those that mean nothing in it any more are left alone. */
export function withTerms(catalogue: Catalogue, terms: readonly Term[]): Catalogue {
  if (terms.length === 0) return catalogue;
  const own = terms.flatMap((term) => {
    const name = nameOfTerm(term, catalogue);
    return name ? [{ word: term.word, name }] : [];
  });
  return { ...catalogue, measures: [...catalogue.measures, ...own.flatMap(({ name }) => (name.kind === 'measure' && !catalogue.measures.includes(name.measure) ? [name.measure] : []))], own };
}

/** What a term stands for, said back; null where nothing here is called so. */
export function termInWords(term: Term, catalogue: Catalogue): string | null {
  const name = nameOfTerm(term, catalogue);
  if (!name) return null;
  return name.kind === 'measure' && name.measure.assumption ? name.measure.assumption : `“${term.word}” means ${nameText(name)}.`;
}

/** What a term can mean, as it may be typed. */
export function meanings(catalogue: Catalogue): string[] {
  const measures = catalogue.measures.map((m) => m.measure.label);
  const fields = catalogue.entities.flatMap((entity) => [entity.plural, ...entity.fields.filter((f) => f.role !== 'id').map((f) => `${f.label} of ${entity.plural}`)]);
  const values = catalogue.entities.flatMap((entity) => entity.fields.filter((f) => f.role === 'status').flatMap((f) => (f.source.values ?? []).slice(0, 8).map((value) => `${entity.singular} ${f.label} = ${value}`)));
  return [...new Set([...measures, ...fields, ...values])];
}

const FORMULA = /^(.+?)\s*(×|\*|\+|−|–|÷|\/|\sx\s|\s-\s|\s(?:times|plus|minus|divided by|per)\s)\s*(.+)$/iu;
const SIGNS: Readonly<Record<string, 'multiply' | 'add' | 'subtract' | 'divide'>> = {
  '×': 'multiply', '*': 'multiply', x: 'multiply', times: 'multiply', '+': 'add', plus: 'add', '−': 'subtract', '–': 'subtract', '-': 'subtract', minus: 'subtract', '÷': 'divide', '/': 'divide', 'divided by': 'divide', per: 'divide',
};

function nameOfTerm({ word, means }: Term, catalogue: Catalogue): Name | null {
  const text = means.trim().replace(/^(?:the|a|an)\s+/i, '');
  const plain = linksOf(text, catalogue)[0]?.name;
  if (plain) return plain;
  const value = /^(.*?)\s*(?:=|\bis\b)\s*(.+)$/i.exec(text);
  if (value?.[2]) return valueOf(value[1] ?? '', value[2], catalogue);
  const formula = FORMULA.exec(text);
  const op = SIGNS[formula?.[2]?.trim().toLowerCase() ?? ''];
  return formula && op ? formulaOf(word, formula[1] ?? '', op, formula[3] ?? '', catalogue) : null;
}

/** "total of orders" is "order total". */
function linksOf(text: string, catalogue: Catalogue): Link[] {
  const index = nameIndexOf(catalogue);
  const of = /^(?:number|count) of (.+)$/i.exec(text)?.[1] ?? text;
  const turned = /^(.+?) of (.+)$/i.exec(of);
  const phrases = [of, ...(turned ? [`${turned[2]} ${turned[1]}`] : [])];
  return phrases.map((phrase) => index.exact(wordsOf(phrase).map(stem)).filter((link) => link.score >= 50)).find((links) => links.length > 0) ?? [];
}

function valueOf(field: string, value: string, catalogue: Catalogue): Name | null {
  const columns = linksOf(field, catalogue);
  const named = nameIndexOf(catalogue).exact(wordsOf(value).map(stem)).map((link) => link.name);
  return named.find((name) => name.kind === 'value' && columns.some((c) => c.name.kind === 'field' && c.name.field === name.field)) ?? null;
}

/** Two numbers of a row, or of a row and what it belongs to. */
function formulaOf(word: string, left: string, op: 'multiply' | 'add' | 'subtract' | 'divide', right: string, catalogue: Catalogue): Name | null {
  const numbers = (text: string) => linksOf(text, catalogue).flatMap(({ name }) => (name.kind === 'field' && name.field.source.type === 'number' ? [name] : []));
  for (const a of numbers(left)) {
    for (const b of numbers(right).toSorted((x, y) => Number(y.entity === a.entity) - Number(x.entity === a.entity))) {
      const base = pathBetween(catalogue, a.entity, b.entity) ? a.entity : pathBetween(catalogue, b.entity, a.entity) ? b.entity : null;
      if (!base) continue;
      const [of, by] = [a, b].map(({ field }): Expression => ({ op: 'column', table: field.table, column: field.column })) as [Expression, Expression];
      const isMoney = op === 'divide' ? a.field.format === 'money' && b.field.format !== 'money' : a.field.format === 'money' || b.field.format === 'money';
      const common = { label: word.toLowerCase(), aggregate: 'sum' as const, where: [], format: isMoney ? ('money' as const) : ('number' as const) };
      const measure: Measure = op === 'divide' ? { ...common, of, per: { aggregate: 'sum', of: by } } : { ...common, of: { op, left: of, right: by } };
      const sign = { multiply: '×', add: '+', subtract: '−', divide: '÷' }[op];
      return { kind: 'measure', entity: base, measure: { names: [word], entity: base, measure, assumption: `“${word}” is ${a.field.label} ${sign} ${b.field.label} of ${base.plural}.` } };
    }
  }
  return null;
}

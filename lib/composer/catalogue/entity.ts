import type { Column, ColumnRole, Dialect, Table } from '../../binding/binding';
import type { PlanField } from '../plan';
import type { NamedMeasure } from './measures';
import type { Name } from './names';

/** A column with what it is for. */
export type Field = PlanField & { binding: string; role: ColumnRole; source: Column; aggregate: 'sum' | 'avg' };

/** A table with what it is about: which column names a row, when it happened, what it is worth. */
export type Entity = {
  binding: string;
  bindingTitle: string;
  dialect: Dialect;
  table: Table;
  /** "order item" and "order items". */
  singular: string;
  plural: string;
  fields: Field[];
  /** The single column of the primary key. */
  key: Field | null;
  /** The column that names a row to a person. */
  title: Field | null;
  time: Field | null;
};

export type Catalogue = { entities: Entity[]; measures: NamedMeasure[]; /** A team's own words: they mean this before anything else. */ own?: readonly { word: string; name: Name; assumed?: string }[] };

export function entityOf(catalogue: Catalogue, binding: string, table: string): Entity | null {
  return catalogue.entities.find((e) => e.binding === binding && e.table.name === table) ?? null;
}

export function fieldOf(entity: Entity, column: string): Field | null {
  return entity.fields.find((f) => f.column === column) ?? null;
}

/** A field as the Plan keeps it. */
export function toPlanField(field: Field): PlanField {
  const { table, column: name, label, format, unit, and } = field;
  return { table, column: name, label, format, ...(unit && { unit }), ...(and && { and }) };
}

/** Whether there is one row for each day, so that the days are the rows. */
export function isDaily({ time, table }: Entity): boolean {
  return time?.source.type === 'date' && time.source.distinct === table.rows;
}

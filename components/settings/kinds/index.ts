import type { KindName, ListedConnection, NewConnection } from '@/lib/connection/added';
import { graphQlForm } from './graphql';
import { httpForm } from './http';
import { mcpForm } from './mcp';
import type { Field, KindForm } from './kind-form';
import { mysqlForm } from './mysql';
import { openApiForm } from './openapi';
import { postgresForm } from './postgres';
import { sqliteForm } from './sqlite';

/** The forms by kind, in the order they're offered. */
export const KIND_FORMS: { [Kind in KindName]: KindForm<Kind> } = {
  openapi: openApiForm, graphql: graphQlForm, mcp: mcpForm, http: httpForm, postgres: postgresForm, mysql: mysqlForm, sqlite: sqliteForm,
};

/** A form whose kind is known by its connection alone. */
export type AnyKindForm = {
  title: string;
  AddFields(props: { id: string; busy: boolean; add(connection: NewConnection): void; allowsPrivate(): boolean }): React.ReactNode;
  given(field: Field): NewConnection;
  ChangeFields(props: { id: string; connection: ListedConnection }): React.ReactNode;
  change(field: Field, connection: ListedConnection): Record<string, unknown>;
};

export function formOf(kind: KindName): AnyKindForm {
  return KIND_FORMS[kind] as unknown as AnyKindForm;
}

export function fieldsOf(form: HTMLFormElement): Field {
  const data = new FormData(form);
  return (name) => String(data.get(name) ?? '').trim();
}

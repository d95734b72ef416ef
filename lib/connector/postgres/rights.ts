import { quoted } from '../../binding/sql-name';
import type { DatabaseServer } from '../sql/database-server';
import { LoginProblem } from '../sql/login-problem';
import type { Session } from './session';

/** What the login, or any role that it may take on, could do beside reading. */
const POWERS = `
  with role as (select * from pg_roles where pg_has_role(session_user, oid, 'MEMBER'))
  select
    (select rolsuper from pg_roles where rolname = session_user),
    (select string_agg(rolname, ', ') from role where rolname in
      ('pg_read_server_files', 'pg_write_server_files', 'pg_execute_server_program', 'pg_write_all_data', 'pg_signal_backend', 'pg_maintain', 'pg_checkpoint')),
    (select bool_or(rolsuper or rolcreaterole or rolcreatedb or rolreplication) from role),
    (select string_agg(name, ', ') from (
      select distinct n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace cross join role r
      where c.relkind in ('r', 'p', 'v', 'm', 'f') and n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and (
        c.relowner = r.oid or has_table_privilege(r.oid, c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') or has_any_column_privilege(r.oid, c.oid, 'INSERT, UPDATE'))
      order by 1 limit 4) t),
    (select string_agg(nspname, ', ') from pg_namespace where nspname !~ '^pg_' and has_schema_privilege(session_user, oid, 'CREATE')),
    (select pg_has_role(session_user, datdba, 'MEMBER') from pg_database where datname = current_database())
      or exists (select from pg_namespace where nspname !~ '^pg_' and pg_has_role(session_user, nspowner, 'MEMBER'))`;

/**
 * Makes sure that a login can't change anything, whatever it is told: settings of a transaction can be undone, rights can't.
 * @returns what a person should know of it all the same
 * @throws LoginProblem that says how a login that only reads is made
 */
export async function checkRights(session: Session, server: DatabaseServer): Promise<string[]> {
  const [isSuper, powers, admin, tables, schemas, isOwner] = (await session.ask(POWERS))[0]!;
  const reasons: [boolean, string][] = [
    [isSuper === 't', 'is a superuser'],
    [Boolean(powers), `has the rights of ${powers}`],
    [admin === 't', 'may make roles or databases, or copy the server'],
    [isOwner === 't', 'owns the database or a schema in it'],
    [Boolean(tables), `may change ${shortly(tables ?? '')}`],
  ];
  const reason = reasons.find(([holds]) => holds)?.[1];
  if (reason) throw new LoginProblem(server.user, reason, readerStatements(server));
  return schemas ? [`The login may make tables of its own in ${schemas}. Nothing here does, but: REVOKE CREATE ON SCHEMA ${schemas.split(', ').map(name).join(', ')} FROM PUBLIC;`] : [];
}

/** Three of a list's names. */
function shortly(list: string): string {
  const names = list.split(', ');
  return names.length > 3 ? `${names.slice(0, 3).join(', ')} and others` : list;
}

/** As an owner of the tables runs them. */
function readerStatements({ database, schemas }: DatabaseServer): string[] {
  const all = (schemas.length > 0 ? schemas : ['public']).map(name).join(', ');
  return [
    `CREATE ROLE vitrine_reader LOGIN PASSWORD '…';`,
    `GRANT CONNECT ON DATABASE ${name(database)} TO vitrine_reader;`,
    `GRANT USAGE ON SCHEMA ${all} TO vitrine_reader;`,
    `GRANT SELECT ON ALL TABLES IN SCHEMA ${all} TO vitrine_reader;`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${all} GRANT SELECT ON TABLES TO vitrine_reader;`,
  ];
}

function name(text: string): string {
  return /^[a-z_][a-z0-9_]*$/.test(text) ? text : quoted(text, 'PostgreSQL');
}

import type { Traps } from './traps';

const RAN_LATE = ['select * from pg_catalog.pg_authid'];

export const POSTGRES_TRAPS: Traps = {
  refused: [
    // Data and what holds it
    'insert into $t select * from $t', `update $t set $text = ''`, 'delete from $t', 'truncate $t', 'drop table $t', 'alter table $t rename to other', 'create table t as select 1', 'create temp table t (a int)',
    'select * into other from $t', 'select 1 as a into temp other', 'with gone as (delete from $t returning *) select * from gone', 'with a as (update $t set $number = 0 returning 1) select 1',
    'with a as (insert into $t select * from $t returning 1) select count(*) from a', 'merge into $t using $t s on false when matched then delete', 'select * from $t for update', 'select * from $t for no key update', 'select * from $t for share',
    'lock table $t', 'refresh materialized view m', 'comment on table $t is null', `security label on table $t is 'x'`, 'cluster', 'reindex table $t', 'vacuum', 'analyze', 'checkpoint', 'discard all',
    // Several statements, transactions, settings
    'select 1; select 2', 'select 1; drop table $t', `select 1; commit; drop table $t`, 'commit', 'rollback', 'begin', 'abort', 'savepoint a', 'set transaction read write', `set role postgres`, 'reset all', 'set session authorization default', 'show all',
    `select set_config('transaction_read_only', 'off', false)`, `select set_config('role', 'test', true)`, `select "set_config"('a.b', 'c', true)`, `select U&"set\\005fconfig"('a.b', 'c', true)`, `select U&"d!0061t" UESCAPE '!'`,
    // Statements that run others
    `do $x$ begin delete from $t; end $x$`, 'call p()', 'prepare p as delete from $t', 'execute p', 'explain analyze delete from $t', 'explain select 1', 'declare c cursor for select 1', 'fetch all from vitrine', 'move vitrine', 'close vitrine', 'listen x', 'notify x', 'unlisten *', `load 'x'`,
    `copy $t to '/tmp/vitrine-suite.csv'`, `copy $t to program 'id'`, `copy (select 1) to stdout`, `copy $t from '/etc/passwd'`,
    // Functions: files, programs, servers, other queries
    `select pg_read_file('/etc/passwd')`, `select pg_read_binary_file('/etc/passwd')`, `select * from pg_ls_dir('/')`, `select pg_stat_file('/etc/passwd')`, `select lo_import('/etc/passwd')`, `select lo_export(1, '/tmp/x')`, `select lo_create(0)`, `select lo_from_bytea(0, 'x')`, 'select lo_unlink(1)',
    `select dblink('dbname=postgres', 'select 1')`, `select query_to_xml('delete from $t', true, true, '')`, `select cursor_to_xml('vitrine', 1, true, true, '')`, `select * from ts_stat('select 1')`, `select table_to_xml('visits', true, true, '')`, `select schema_to_xml('public', true, true, '')`, `select database_to_xml(true, true, '')`, `select "table_to_xml_and_xmlschema"('visits', true, true, '')`, `select pg_get_viewdef('long_visits')`, `select * from crosstab('select 1')`, `select nextval('s')`, `select setval('s', 1)`, `select lastval()`,
    // Functions: time, locks, other sessions
    'select pg_sleep(1)', 'select (1.0).pg_sleep', 'select (1::float8).pg_sleep', 'select t.pg_sleep from (select 1) t', 'select pg_catalog.pg_sleep(1)', 'select PG_SLEEP(1)', 'select "pg_sleep"(1)', `select pg_sleep_for('1 s')`, `select U&"pg\\005fsleep"(1)`, 'select /* a */ pg_sleep /* b */ (1)', 'select * from rows from (pg_sleep(1)) x',
    'select pg_advisory_lock(1)', 'select pg_try_advisory_lock(1)', 'select pg_advisory_xact_lock(1)', 'select pg_terminate_backend(1)', 'select pg_cancel_backend(1)', 'select pg_reload_conf()', `select pg_notify('x', 'y')`, 'select pg_switch_wal()', 'select pg_stat_reset()', 'select pg_logical_emit_message(false, $x$a$x$, $x$b$x$)', 'select pg_export_snapshot()', 'select setseed(0.1)',
    'select writes()', 'select (select writes())', 'select 1 where writes() is not null', 'with a as (select writes()) select * from a', 'table writes',
    `select 'no_such_table'::regclass`, ...RAN_LATE,
  ],
  seenLate: RAN_LATE,
  harmless: [
    `select ';drop table $t' as a`, 'select 1 /* ; drop /* nested */ table $t */ as a', 'select 1 as "insert";', `select E'it\\'s; delete' as a`, 'select $x$ pg_sleep(1); $x$ as a', `select $$pg_sleep$$ as a`, 'select random() < 2 as a', 'select count(*) from $t tablesample system (10)',
    'select gen_random_uuid() is not null as a', 'select clock_timestamp() is not null as a', '(select 1 as a) union all (select 2)', 'table $t limit 1', 'values (1), (2)', `select substring('abc' from 2 for 1) as a`, 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 5) select * from n', `select 'x' -- ; drop\n as a`,
  ],
};

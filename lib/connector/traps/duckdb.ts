import type { Traps } from './traps';

export const DUCKDB_TRAPS: Traps = {
  refused: [
    'insert into $t select * from $t', `update $t set $text = ''`, 'delete from $t', 'truncate $t', 'drop table $t', 'alter table $t rename to other', 'create table t as select 1',
    'create temp table t (a int)', 'create or replace view v as select 1', 'create macro m() as 1', 'create sequence s', 'create schema s', 'create index i on $t ($number)',
    'merge into $t using $t s on false when matched then delete', 'with a as (select 1) insert into $t select * from $t',
    'select 1; select 2', 'select 1; drop table $t', 'select 1 /* ; */; delete from $t', 'select 1; -- \n delete from $t',
    `copy $t to '/tmp/vitrine-suite.csv'`, `copy (select 1) to '/tmp/vitrine-suite.parquet'`, `copy $t from '/etc/passwd'`, `export database '/tmp/vitrine-suite'`, `import database '/tmp/vitrine-suite'`,
    `attach '/tmp/vitrine-suite.db'`, `attach ':memory:' as other`, 'detach memory', 'use memory', 'pragma database_list', 'pragma enable_profiling', 'set threads = 4', 'set lock_configuration = false',
    'set enable_external_access = true', 'reset threads', `set variable x = 1`, 'install httpfs', 'load httpfs', `load '/tmp/evil.so'`, 'begin', 'commit', 'rollback', 'vacuum', 'checkpoint', 'analyze', 'call pragma_version()',
    'prepare p as select 1', 'execute p', 'deallocate p', 'explain analyze select 1', 'explain select 1', `comment on table $t is 'x'`,
    `select * from read_csv('/etc/passwd')`, `select * from read_text('/etc/passwd')`, `select * from read_blob('/etc/passwd')`, `select * from read_json('/etc/passwd')`, `select * from read_parquet('/tmp/x.parquet')`,
    `select * from glob('/etc/*')`, `select * from '/etc/passwd'`, `select * from 'https://example.com/x.csv'`, `from read_csv('/etc/passwd')`, 'select * from enable_logging()',
    `select * from query('select 1')`, `select * from query_table('$t')`, 'select * from arrow_scan(1, 2, 3)', 'with a as (select * from force_checkpoint()) select * from a', 'select sleep_ms(1)',
    `select getenv('HOME')`, `select nextval('s')`, 'select setseed(0.5)', `select write_log('x')`, 'select * from duckdb_settings()', 'select * from duckdb_secrets()', 'select * from pragma_user_agent()',
    `select (select count(*) from read_csv('/etc/passwd'))`, `select 1 where exists (select 1 from read_text('/etc/passwd'))`,
  ],
  harmless: [`select ';drop table $t' as a`, `select 1 /* ; drop table $t */ as a`, 'select 1 as "insert"', `select 'attach' || 'x' as a;`],
};

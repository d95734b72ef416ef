import type { Traps } from './traps';

export const SQLITE_TRAPS: Traps = {
  refused: [
    'insert into $t select * from $t', 'insert or replace into $t values (1)', 'replace into $t values (1)', `update $t set $text = ''`, 'delete from $t', 'drop table $t', 'alter table $t rename to other', 'create table t as select 1', 'create temp table t (a)',
    'create view v as select 1', 'create index i on $t ($number)', 'create trigger x after insert on $t begin select 1; end', 'create virtual table v using fts5(a)', 'with a as (select 1) insert into $t select * from $t', 'with a as (select 1) delete from $t', 'with a as (select 1) update $t set $number = 1',
    'select 1; select 2', 'select 1; drop table $t', 'select 1 /* ; */; delete from $t', 'select 1; -- \n delete from $t', 'select 1;; delete from $t',
    'begin', 'begin immediate', 'commit', 'rollback', 'savepoint a', 'release a', 'end', 'vacuum', `vacuum into '/tmp/vitrine-suite.db'`, 'analyze', 'reindex', 'explain select 1', 'explain query plan select 1',
    `attach '/tmp/vitrine-suite.db' as other`, `attach ':memory:' as other`, 'detach main', 'pragma database_list', 'pragma query_only = off', 'pragma writable_schema = 1', 'pragma journal_mode = delete', `pragma temp_store_directory = '/tmp'`, 'pragma hard_heap_limit = 0', 'pragma table_info($t)',
    `select * from pragma_database_list`, `select * from pragma_table_info('$t')`, `select * from pragma_writable_schema`, 'select * from pragma_journal_mode', 'select * from pragma_function_list', `with p as (select * from pragma_compile_options) select * from p`,
    `select load_extension('/tmp/evil')`, `select load_extension('/tmp/evil', 'init')`, `select "load_extension"('/tmp/evil')`, `select readfile('/etc/passwd')`, `select writefile('/tmp/vitrine-suite', 'x')`, `select edit('x')`, `select fts3_tokenizer('a')`, `select fts3_tokenizer('a', x'00')`, 'select * from sqlite_dbpage', 'select * from dbstat', 'select * from sqlite_stmt',
    'select zeroblob(1000000000)', 'select randomblob(1000000000)', 'select hex(zeroblob(500000000))', `select printf('%.*c', 1000000000, 'x')`, `select replace(printf('%.*c', 1000000, 'x'), 'x', printf('%.*c', 1000, 'y'))`,
    `select * from '/etc/passwd'`, `select * from fsdir('/')`, `select * from csv('/etc/passwd')`, 'select sqlite_offset($text) from $t', `select sleep(5)`, 'select * from other.sqlite_schema', 'do sleep(1)', 'call p()', 'set x = 1', `copy $t to '/tmp/x'`, `select * into other from $t`, 'select * from $t for update', 'values (1) returning 1',
  ],
  seenLate: [`select printf('%.*c', 1000000000, 'x')`, `select replace(printf('%.*c', 1000000, 'x'), 'x', printf('%.*c', 1000, 'y'))`],
  harmless: [
    `select ';drop table $t' as a`, 'select 1 /* ; drop table $t */ as a', 'select 1 as "insert";', 'select 1 as [drop]', `select 'it''s; delete' as a`, 'select name from sqlite_schema', 'select random() as a', 'values (1), (2)', 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 5) select * from n', `select 'x' -- ; drop\n as a`,
    `select json_extract('{"a": 1}', '$.a') as a`, `select value from json_each('[1, 2]')`,
  ],
};

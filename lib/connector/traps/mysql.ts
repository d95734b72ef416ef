import type { Traps } from './traps';

export const MYSQL_TRAPS: Traps = {
  refused: [
    'insert into $t select * from $t', 'replace into $t select * from $t', `update $t set $text = ''`, 'delete from $t', 'truncate table $t', 'drop table $t', 'alter table $t rename other', 'create table t as select 1', 'create temporary table t (a int)', 'rename table $t to other',
    'with a as (select 1) delete from $t', 'with a as (select 1) update $t set $number = 1', 'select * from $t for update', 'select * from $t lock in share mode', 'select * from $t for share', 'lock tables $t write', 'unlock tables', 'flush tables', 'optimize table $t', 'analyze table $t', 'repair table $t',
    'select 1; select 2', 'select 1; drop table $t', 'select 1 /* ; */; delete from $t', 'select 1; -- \n delete from $t', 'select 1; # \n delete from $t',
    'commit', 'rollback', 'begin', 'start transaction', 'start transaction read write', 'set transaction read write', 'set session transaction read write', 'savepoint a', 'set autocommit = 1', `set sql_mode = ''`, 'set global general_log = 1', 'set @a = 1', 'set role none', 'reset master', 'xa start "a"', 'kill 1', 'shutdown',
    'select @a := 1', 'select @@global.secure_file_priv', 'select @@session.transaction_read_only', 'select @a', 'select 1 into @a', 'select $text into @a from $t limit 1',
    `select 'x' into outfile '/tmp/vitrine-suite'`, `select 'x' into dumpfile '/tmp/vitrine-suite'`, `select * from $t into outfile '/tmp/vitrine-suite'`, `select load_file('/etc/passwd')`, 'select `load_file`(0x2f6574632f706173737764)', `load data infile '/etc/passwd' into table $t`, `load data local infile '/etc/passwd' into table $t`, `load xml infile '/etc/passwd' into table $t`,
    'select sleep(5)', 'select SLEEP (5)', 'select /* a */ sleep /* b */ (5)', 'select `sleep`(5)', 'select 1 from $t where sleep(1)', `select benchmark(1000000000, md5('a'))`, `select get_lock('a', 10)`, `select release_lock('a')`, 'select release_all_locks()', `select is_free_lock('a')`, `select master_pos_wait('a', 1)`, `select master_gtid_wait('0-1-1')`, 'select last_insert_id(5)',
    'select 1 /*! union select 2 */', 'select /*!50000 1 */', 'select /*M! 1 */', '/*! delete from $t */', 'select 1 /*!99999 ; */',
    'select nextval(s)', 'select next value for s', 'select previous value for s', 'select setval(s, 1)', 'select lastval(s)', 'select * from $t procedure analyse()', 'do sleep(1)', 'do 1', 'call p()', `prepare p from 'delete from visits'`, 'execute p', 'execute immediate "select 1"', 'deallocate prepare p', 'handler $t open', 'show grants', 'show tables', 'describe $t', 'explain select 1',
    'install plugin a soname "b"', 'use mysql', 'select * from mysql.user', 'select writes()', `select sys_exec('id')`, 'grant all on *.* to a', 'begin not atomic delete from visits; end',
  ],
  harmless: [
    `select ';drop table $t' as a`, 'select 1 /* ; drop table $t */ as a', 'select 1 as `insert`;', `select 'it\\'s; delete' as a`, `select "say ""delete""" as a`, 'select 1 -- ; drop\n as a', 'select 1 # ; drop\n as a', 'select rand() < 2 as a', 'select 1 as sleep', 'select uuid() is not null as a', `select 5--1 as a`, '(select 1 as a) union all (select 2)', 'with recursive n(i) as (select 1 union all select i + 1 from n where i < 5) select * from n', `select group_concat($text) from $t`,
  ],
};

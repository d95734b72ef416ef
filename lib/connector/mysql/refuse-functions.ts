import { refuseLocksAndInto, refusedName } from '../sql/read-select';
import type { Token } from '../sql/tokens';

/** Functions that read files, wait, lock, or change what later ones give. */
const REFUSED: ReadonlySet<string> = new Set(
  'load_file sleep benchmark get_lock release_lock release_all_locks is_free_lock is_used_lock master_pos_wait source_pos_wait master_gtid_wait wait_for_executed_gtid_set wait_until_sql_thread_after_gtids gtid_subtract sys_exec sys_eval sys_get sys_set lib_mysqludf_sys_info nextval setval lastval last_insert_id set_user_var row_count found_rows'.split(' '),
);

/** Words that in a SELECT do more than select. */
const WORDS: Readonly<Record<string, string>> = {
  lock: 'A query may not lock rows.',
  procedure: 'A query may not call a procedure.',
  handler: 'Only a SELECT may run here.',
};

/** @throws Refusal */
export function refuseFunctions(tokens: readonly Token[]): void {
  refuseLocksAndInto(tokens);
  tokens.forEach((token, i) => {
    const [before, next] = [tokens[i - 1], tokens[i + 1]];
    if (token.kind === 'odd') throw refusedName(token, token.text.startsWith('@') ? 'Variables of the server can’t be used here.' : 'Comments that are executed can’t be used here.');
    if (token.kind !== 'name' && token.kind !== 'quoted') return;
    const name = token.name.toLowerCase();
    if (REFUSED.has(name) && next?.text === '(') throw refusedName(token, `The function ${name} is not available here.`);
    if (token.kind === 'quoted' || before?.text === '.') return;
    if (Object.hasOwn(WORDS, name)) throw refusedName(token, WORDS[name]!);
    if ((name === 'next' || name === 'previous') && next?.name === 'value') throw refusedName(token, 'A query may not move a sequence on.');
  });
}

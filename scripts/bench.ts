/** `npm run bench [-- name … [--options of that bench]]`. */
import { runBenches } from '../bench/run.ts';
import { ROOT } from './paths.ts';

process.chdir(ROOT);
const args = process.argv.slice(2);
const options = args.findIndex((arg) => arg.startsWith('--'));
const rows = await runBenches(options < 0 ? args : args.slice(0, options), { keep: options < 0 }).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
// A bench that answers instead of measuring has said it all.
if (rows.length > 0) console.table(
  rows.map(({ metric, value, unit, goal, ok, peer }) => ({ metric, value, unit, goal: goal ?? '', ok: ok === undefined ? '' : ok ? 'yes' : 'MISSED', peer: peer ?? '' })),
);
process.exit(rows.some((row) => row.ok === false) ? 1 : 0);

/** `npm run bench [-- name …]`. */
import { runBenches } from '../bench/run.ts';
import { ROOT } from './paths.ts';

process.chdir(ROOT);
const rows = await runBenches(process.argv.slice(2)).catch((error: Error) => {
  console.error(error.message);
  process.exit(1);
});
console.table(
  rows.map(({ metric, value, unit, goal, ok, peer }) => ({ metric, value, unit, goal: goal ?? '', ok: ok === undefined ? '' : ok ? 'yes' : 'MISSED', peer: peer ?? '' })),
);
process.exit(rows.some((row) => row.ok === false) ? 1 : 0);

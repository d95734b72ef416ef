import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { connectorSuite } from '../contract-suite';
import { DUCKDB } from '../suite-dialect';
import { DUCKDB_TRAPS } from '../traps/duckdb';
import { filesConnector, importFile } from './index';

const folder = mkdtempSync(path.join(tmpdir(), 'contract-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROWS = 2_000;

connectorSuite(
  async () => {
    const from = path.join(folder, 'visits.csv');
    const rows = Array.from({ length: ROWS }, (_, id) => `${id + 1};Place ${id % 7};${id % 90},5;${1 + (id % 28)}.${1 + (id % 12)}.2026`);
    writeFileSync(from, ['id;place;minutes;day', ...rows].join('\n'));
    const out = path.join(folder, 'visits.duckdb');
    const { tables } = await importFile(from, 'visits.csv', {}, { emptyInvalid: false }, out);
    return filesConnector([{ path: out, tables }]);
  },
  { table: 'visits', rows: ROWS, text: 'place', number: 'minutes', date: 'day' },
  DUCKDB,
  DUCKDB_TRAPS,
);

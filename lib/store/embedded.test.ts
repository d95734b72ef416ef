import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { openStore } from './index';
import { storeSuite } from './store-suite';

const dataDir = mkdtempSync(path.join(tmpdir(), 'store-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

storeSuite('the embedded store', () => openStore({ dataDir }));

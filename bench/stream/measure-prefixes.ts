/** Every prefix of the recordings and of the corpus of nasty files, one character after the other: does the draft of it parse? */
import { CORPUS, RECORDINGS, type Text, fault } from '../../lib/draft/corpus/streams.ts';
import { DraftScanner } from '../../lib/draft/draft-scanner.ts';
import type { BenchRow } from '../row.ts';
import { round } from './recordings.ts';

export async function measurePrefixes(): Promise<BenchRow[]> {
  return [
    row(`prefixes of ${RECORDINGS.length / 2} recordings that parse, 1-character steps`, RECORDINGS),
    row(`prefixes of ${CORPUS.length} nasty files that parse, 1-character steps`, CORPUS),
  ];
}

function row(metric: string, texts: readonly Text[]): BenchRow {
  const counts = texts.map(count);
  const total = counts.reduce((sum, { prefixes }) => sum + prefixes, 0);
  const value = round((100 * counts.reduce((sum, { parsed }) => sum + parsed, 0)) / total, 3);
  return { metric: `${metric} (${total})`, value, unit: '%', goal: 100, ok: value === 100 };
}

/** A draft that is the one before it parses as that did. */
function count({ file, text }: Text): { prefixes: number; parsed: number } {
  const scanner = new DraftScanner(file);
  let code: string | null = null;
  let good = true;
  let parsed = 0;
  for (let length = 1; length <= text.length; length++) {
    const draft = scanner.complete(text.slice(0, length));
    if (draft && draft.code !== code) good = fault((code = draft.code), file) === null;
    if (good) parsed += 1;
  }
  return { prefixes: text.length, parsed };
}

import { writeCallData } from '../calls/write-call-data';
import type { DataFunction, Outline } from './outline';

/** `data.ts`: one exported function per query, and one per form. */
export function writeData(outline: Outline): string {
  return [...outline.functions.map(functionText), ...writeCallData(outline.calls)].join('\n');
}

function functionText({ name, doc, binding, params, lines }: DataFunction): string {
  const parameter = params.length ? `{ ${params.join(', ')} }: { ${params.map((p) => `${p}: string`).join('; ')} }` : '_: {}';
  return [
    `/** ${doc.replaceAll('*/', '* /')} */`,
    `export async function ${name}(${parameter}) {`,
    `  return ${binding}.sql\``,
    ...lines.map((line, i) => `    ${line}${i === lines.length - 1 ? '`;' : ''}`),
    '}',
    '',
  ].join('\n');
}

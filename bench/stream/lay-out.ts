import { survey } from '../../lib/draft/complete.ts';
import { EMPTY_SOURCE } from '../../lib/program/program.ts';
import { parseReply } from '../../lib/reply/reply-parser.ts';

/**
 * A recorded reply in the order that the prompt asks for: ui.tsx up to its default export, data.ts, the rest of ui.tsx. Nothing
 * is moved inside of ui.tsx, so what a model put before its default export stays there.
 */
export function layOut(reply: string): string {
  const { source, segments } = parseReply(reply, EMPTY_SOURCE);
  const words = segments.flatMap((segment) => (segment.kind === 'prose' ? [segment.text.trim()] : [])).filter(Boolean);
  const ui = source['ui.tsx'];
  const end = endOfDefaultExport(ui);
  return [
    ...words.slice(0, 1),
    fence('tsx ui.tsx', ui.slice(0, end)),
    ...(source['data.ts'].trim() ? [fence('ts data.ts', source['data.ts'])] : []),
    ...(ui.slice(end).trim() ? [fence('more ui.tsx', ui.slice(end))] : []),
    ...words.slice(1),
  ].join('\n\n') + '\n';
}

function endOfDefaultExport(ui: string): number {
  const statement = survey(ui, 'ui.tsx').statements.find(({ start }) => /^export\s+default\b/.test(ui.slice(start, start + 40)));
  return statement?.end ?? ui.length;
}

/** Longer than any fence inside of it. */
function fence(opening: string, code: string): string {
  const longest = Math.max(2, ...[...code.matchAll(/^\s*(`{3,})/gm)].map((match) => match[1]!.length));
  const marks = '`'.repeat(longest + 1);
  return `${marks}${opening}\n${code.replace(/^\s*\n/, '').trimEnd()}\n${marks}`;
}

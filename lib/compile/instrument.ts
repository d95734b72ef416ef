import type { Draft } from '../draft/complete';

/** Text put in at an offset. */
type Insertion = { at: number; text: string };

/** Code with a guard in every loop, and its constants kept under their keys. Lines stay where they are. */
export function instrument(draft: Draft, memoKeys: ReadonlyMap<string, string>): string {
  const insertions = [...loopGuards(draft), ...memos(draft, memoKeys)];
  // Stable, so that what closes an inner thing comes before what closes the outer one around it.
  insertions.sort((a, b) => a.at - b.at);
  let code = '';
  let from = 0;
  for (const { at, text } of insertions) {
    code += draft.code.slice(from, at) + text;
    from = at;
  }
  return code + draft.code.slice(from);
}

function loopGuards({ code, loops }: Draft): Insertion[] {
  return loops.flatMap(({ start, end, block }) => {
    const tick = `$.tick(${lineAt(code, start)});`;
    if (block) return [{ at: start + 1, text: tick }];
    return [{ at: start, text: `{${tick}` }, { at: end, text: '}' }];
  });
}

function memos({ constants }: Draft, keys: ReadonlyMap<string, string>): Insertion[] {
  return constants.flatMap(({ name, start, end }) => {
    const key = keys.get(name);
    if (key === undefined) return [];
    return [{ at: start, text: `$.memo(${JSON.stringify(key)},()=>(` }, { at: end, text: '))' }];
  });
}

function lineAt(code: string, offset: number): number {
  let line = 1;
  for (let at = code.indexOf('\n'); at >= 0 && at < offset; at = code.indexOf('\n', at + 1)) line++;
  return line;
}

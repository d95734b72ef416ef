/**
 * A begun JSX text as one that parses: a tag or brace that isn't whole is left out, and what is open is closed. It's what JSX
 * previews do before they parse; kinder than most, since it knows quotes, braces and dotted names.
 */
export function closeTags(jsx: string): string {
  const open: string[] = [];
  let whole = jsx.length;
  for (let at = 0; at < jsx.length; ) {
    const begins = jsx[at]!;
    if (begins !== '<' && begins !== '{') {
      at += 1;
      continue;
    }
    const end = begins === '<' ? endOfTag(jsx, at) : endOfBrace(jsx, at);
    if (end === null) {
      whole = at;
      break;
    }
    if (begins === '<') take(jsx.slice(at, end), open);
    at = end;
  }
  return jsx.slice(0, whole) + open.toReversed().map((name) => `</${name}>`).join('');
}

function take(tag: string, open: string[]): void {
  if (tag.startsWith('</')) open.pop();
  else if (!tag.endsWith('/>')) open.push(/^<([\w.]*)/.exec(tag)![1]!);
}

/** Where a tag ends, past its `>`; null where it doesn't yet. */
function endOfTag(jsx: string, from: number): number | null {
  for (let at = from + 1; at < jsx.length; at += 1) {
    const here = jsx[at]!;
    if (here === '>') return at + 1;
    if (here === '"' || here === "'") {
      at = jsx.indexOf(here, at + 1);
      if (at < 0) return null;
    } else if (here === '{') {
      const end = endOfBrace(jsx, at);
      if (end === null) return null;
      at = end - 1;
    }
  }
  return null;
}

function endOfBrace(jsx: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < jsx.length; at += 1) {
    const here = jsx[at]!;
    if (here === '"' || here === "'" || here === '`') {
      at = jsx.indexOf(here, at + 1);
      if (at < 0) return null;
    } else if (here === '{') depth += 1;
    else if (here === '}' && --depth === 0) return at + 1;
  }
  return null;
}

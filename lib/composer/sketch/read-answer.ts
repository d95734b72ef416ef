/**
 * The first JSON object in what a model wrote that reads as one: behind thoughts, in a fence, between sentences, with a comma too many.
 * Null where there is none.
 */
export function jsonIn(answer: string): object | null {
  const text = answer.slice(answer.lastIndexOf('</think>') + 1);
  for (let at = text.indexOf('{'); at >= 0; ) {
    const end = endOfObject(text, at);
    const value = end === null ? null : parsed(text.slice(at, end));
    if (value) return value;
    at = text.indexOf('{', end ?? text.length);
  }
  return null;
}

/** Behind the brace that closes the one at `start`; null where none does. */
function endOfObject(text: string, start: number): number | null {
  let depth = 0;
  let quoted = false;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (quoted) {
      if (char === '\\') at++;
      else if (char === '"') quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === '{') depth++;
    else if (char === '}' && --depth === 0) return at + 1;
  }
  return null;
}

function parsed(json: string): object | null {
  for (const text of [json, json.replace(/,(?=\s*[}\]])/g, '')]) {
    try {
      const value: unknown = JSON.parse(text);
      return typeof value === 'object' ? value : null;
    } catch {
      // The next way to read it, or none.
    }
  }
  return null;
}

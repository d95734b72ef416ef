/** More than this are a list of their own: what was made is read first. */
const IN_A_LINE = 2;
const ASSUMED = 'Taken for granted:';
const LEFT_OUT = 'I left out: ';

/** What a reply took for granted, as one paragraph of it; empty where that is nothing. */
export function assumedText(assumptions: readonly string[]): string {
  return assumptions.length <= IN_A_LINE ? assumptions.join(' ') : `${ASSUMED}\n${assumptions.map((each) => `- ${each}`).join('\n')}`;
}

/** The paragraph that says which words nothing was made of. */
export function leftOutText(words: readonly string[]): string {
  return words.length > 0 ? `${LEFT_OUT}${words.map((word) => `“${word}”`).join(', ')}.` : '';
}

export type Remark = { kind: 'prose'; text: string } | { kind: 'assumed'; items: string[] } | { kind: 'left-out'; text: string };

/** A reply's words in paragraphs, with those told apart that are shown folded or elsewhere. */
export function remarksOf(prose: string): Remark[] {
  return prose.trim().split(/\n{2,}/).filter(Boolean).map(remarkOf).reduce<Remark[]>(joined, []);
}

function remarkOf(text: string): Remark {
  const [lead, ...lines] = text.split('\n');
  if (lead === ASSUMED && lines.length > 0) return { kind: 'assumed', items: lines.map((line) => line.replace(/^- /, '')) };
  return { kind: text.startsWith(LEFT_OUT) ? 'left-out' : 'prose', text };
}

function joined(before: Remark[], next: Remark): Remark[] {
  const last = before.at(-1);
  if (last?.kind !== 'prose' || next.kind !== 'prose') return [...before, next];
  return [...before.slice(0, -1), { kind: 'prose', text: `${last.text}\n\n${next.text}` }];
}

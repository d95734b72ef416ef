/** A stranger's text as it may stand in a comment: on one line, and without the signs that end one. */
export function commentText(text: string, maxUnits: number): string {
  const plain = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return (plain.length > maxUnits ? `${plain.slice(0, maxUnits - 1).trimEnd()}…` : plain).replaceAll('*/', '* /');
}

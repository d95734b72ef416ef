const MASK = '•••';

/** Characters of somebody else's message that are shown. */
const MAX_SHOWN = 240;

/** Shapes of keys: known prefixes, values of headers and of address parameters, and anything long enough to be one. */
const KEY_SHAPES: [RegExp, string][] = [
  [/\b(?:sk|pk|rk|vck|gsk|xai|AIza|ya29|key)[-_.][\w*.-]{6,}|\bAIza[\w-]{20,}/g, MASK],
  [/\b(Bearer|Basic)\s+[\w.~+/=*-]+/gi, `$1 ${MASK}`],
  [/([?&](?:key|api[-_]?key|token|access_token)=)[^&\s"']+/gi, `$1${MASK}`],
  [/\b(?=[\w-]*\d)(?=[\w-]*[A-Za-z])[\w-]{40,}\b/g, MASK],
];

/** Text from outside without keys, on one line and not too long, so that it may be shown and stored. */
export function maskSecrets(text: string, secrets: readonly string[] = []): string {
  const known = secrets.filter((secret) => secret.length >= 4).toSorted((a, b) => b.length - a.length);
  const exact = known.reduce((masked, secret) => masked.replaceAll(secret, MASK), text);
  const masked = KEY_SHAPES.reduce((rest, [shape, by]) => rest.replace(shape, by), exact);
  const line = masked.replace(/\s+/g, ' ').trim();
  return line.length > MAX_SHOWN ? `${line.slice(0, MAX_SHOWN - 1)}…` : line;
}

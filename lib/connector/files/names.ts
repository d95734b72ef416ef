/** Words that SQL keeps for itself: a column `order` would have to be quoted everywhere. */
const RESERVED = new Set(
  ('all analyse analyze and any array as asc asymmetric both case cast check collate column constraint create default deferrable desc ' +
    'describe distinct do else end except false fetch for foreign from group having in initially intersect into lambda lateral leading ' +
    'limit not null offset on only or order pivot placing primary qualify references returning select show some summarize symmetric ' +
    'table then to trailing true union unique unpivot using variadic when where window with').split(' '),
);

const SPELLED: Record<string, string> = { ä: 'ae', ö: 'oe', ü: 'ue', ß: 'ss', æ: 'ae', ø: 'o', œ: 'oe', '€': 'eur', '%': 'percent', '#': 'number', '&': 'and' };

/** UTF-16 units of a name made of a file’s or a column’s: it is typed in queries. */
const MAX_LENGTH = 60;

/** Any text as a plain identifier, or `fallback` where nothing of it is left: `Sales 2026 (final)` → `sales_2026_final`. */
export function identifier(text: string, fallback: string): string {
  const spelled = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[äöüßæøœ]/g, (letter) => SPELLED[letter]!)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC');
  const plain = words(spelled) || words(spelled.replace(/[€%#&]/g, (sign) => ` ${SPELLED[sign]!} `)) || fallback;
  const safe = /^\p{N}/u.test(plain) ? `${fallback}_${plain}` : plain;
  return RESERVED.has(safe) ? `${safe}_` : safe;
}

function words(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '_').slice(0, MAX_LENGTH).replace(/^_+|_+$/g, '');
}

/** `name`, or the first of `name_2`, `name_3`, … that is not taken; the result is then taken. SQL doesn't tell cases apart. */
export function unique(name: string, taken: Set<string>): string {
  let free = name;
  for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${name.replace(/_$/, '')}_${count}`;
  taken.add(free.toLowerCase());
  return free;
}

/** `reports/Sales 2026 (final).csv` → `sales_2026_final` */
export function tableName(fileName: string): string {
  return identifier(fileName.replace(/^.*[/\\]/, '').replace(/\.[a-z0-9]{1,8}$/i, ''), 'table');
}

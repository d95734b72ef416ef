/** Where one thing that is asked for ends and the next begins. */
const BETWEEN = /\s*[,;.]\s+(?:(?:and|then|but|also)\s+){0,2}|\s+(?:and\s+then|and|then|but)\s+/gi;
const GOES = 'remove|hide|drop|exclude|without|leave|skip|omit|forget|lose|get\\s+rid\\s+of|take\\s+(?:out|away)|throw\\s+out|delete|ignore|ditch';
/** What the next begins with: "city out, and nothing but consumers". */
const BEGINS = new RegExp(`^(?:please\\s+)?(?:make|show|use|change|turn|sort|order|rank|add|only|just|nothing|no|keep|call|split|break|colou?r|group|stack|put|move|switch|convert|limit|restrict|by|as|top|\\d{1,3}\\s+(?:of\\s+them|rows|ones)|filter|start|in|${GOES})\\b`, 'i');
/** What is to go is easily taken for what is to stay, where something else is said before it. */
const TAKES_AWAY = new RegExp(`^(?:please\\s+)?(?:${GOES})\\b`, 'i');

/** More places than this are a list. */
const MAX_PLACES = 4;

/** A follow-up as two, wherever it may be two. */
export function partsOf(prompt: string): [first: string, second: string][] {
  const places = [...prompt.matchAll(BETWEEN)];
  if (places.length > MAX_PLACES) return [];
  return places.flatMap((place): [string, string][] => {
    const [first, second] = [prompt.slice(0, place.index), prompt.slice(place.index + place[0].length)];
    return first.trim() !== '' && (BEGINS.test(second) || endsAgain(first)) ? [[first, second]] : [];
  });
}

/** "all of them again, stock ascending": what was there before, then something else. */
export function endsAgain(part: string): boolean {
  return /\bagain\s*$/i.test(part);
}

/** Whether a part begins with what is to go. */
export function takesAway(part: string): boolean {
  return TAKES_AWAY.test(part);
}

import { Badge as Plain, type BadgeProps } from '../../components/ui/badge';
import { NOTHING } from './fmt';
import { asText } from './format';
import { toneOf } from './state-tone';
import { asWord } from './words';

/** The badge of the primitives. With `state` it says how a thing stands, in the colour of that word. */
export function Badge({ state, ...props }: BadgeProps & { state?: unknown }) {
  if (state === undefined) return <Plain {...props} />;
  const word = asText(state);
  return word === '' ? <span className="text-muted-foreground">{NOTHING}</span> : <Plain variant={toneOf(word)} {...props}>{props.children ?? asWord(word)}</Plain>;
}

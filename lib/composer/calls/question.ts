import { asOrder } from './as-order';
import { intentOf, isVerb, type Verb } from '../../binding/search-intent';
import { stem, wordsIn } from '../../binding/search-words';

/** What a prompt wants of an API's functions, before any function is looked at. */
export type Asked = {
  /** It says "form". */
  saysForm: boolean;
  /** It begins with what is to be done to one thing: "create an issue". */
  isOrder: boolean;
  verbs: ReadonlySet<Verb>;
  /** Stems of what it is about, with the words as they were written. */
  nouns: { stem: string; text: string }[];
  /** The words of the search. */
  text: string;
  /** "with title and labels", "without the description". */
  wanted: string[];
  unwanted: string[];
};

const FORM = /\b(?:(?:entry|input|web)\s+)?forms?\b/i;
const FIELDS = /\b(with(?:out)?|including|includes|excluding|except(?: for)?|but (?:no|not)|asking for|that (?:asks for|has|takes))\b/i;
const UNWANTED = /^(without|excluding|except|but)/i;
/** "when", "and then": what comes behind is about something else. */
const TALK = new Set(
  ('a an the my our their this that these those some any one new another to for of in on into at from by and or as is are be please can could would you i we us me let lets let’s people users ' +
    'person someone somebody everybody colleagues team which where who need needs want wants like give me make makes build builds show page app interface simple small quick nice little so it its button allow allows somewhere ' +
    'i’d i\'d d there here with used use using able').split(' '),
);

/** Verbs that make a form, where a form is what stands behind them. */
const MAKES = /\b(?:create|make|build|add|generate|write|design|give|show|open|set up)\b/gi;

const ORDER = /^\s*(?:please\s+)?(?:(?:can|could|would)\s+(?:you|i|we)\s+)?(?:(?:i|we)(?:\s+(?:need|want|have)|['’]d\s+like)\s+to\s+)?(?:let\s+(?:me|us|people|users|\w+)\s+|(?:a\s+)?(?:page|way|place|somewhere|button)\s+(?:to|for|(?:where\s+)?(?:i|we|people)\s+can)\s+)?(\p{L}+)\s+(?:an?\s|the\s|one\s|new\s|another\s|(?<!\b(?:open|log|record|report|register|file|post|book|order|request|purchase)\s+)(?!(?:of|on|for|from|by|about|with)\s)\p{L}+(?<!s)(?:\s|$))/iu;

/** "add the customer", "add a customer to it": to what is on the page, since what comes to be is new. */
const OF_THE_PAGE = /^\s*(?:please\s+)?(?:also\s+)?(?:add|include|insert|put)\s+the\b|\b(?:to|in|into)\s+(?:it|that|this|them|there)[\s.!?]*$/i;

/** "file a ticket", "raise an issue", "onboarding a customer": one more comes to be. */
const BRINGS = /\b(?:fil|rais|logg?|lodg|onboard|captur|enter|report|submitt?|open)(ing|e?)(?=\s+(?:an?|one|new|another)\s)/gi;

/** "set the priority of a ticket", "alter a customer’s plan": which of its fields is to be changed. */
const CHANGES = '\\b(?:set|change|edit|alter|modify|adjust|update|correct|amend)\\s+';
const FIELD_OF_ONE = new RegExp(`${CHANGES}(?:the\\s+)?([\\p{L} ,]+?)\\s+of\\s+(?:an?|one|the)\\s+(?:existing\\s+|given\\s+)?(\\p{L}+)`, 'iu');
const ONES_FIELD = new RegExp(`${CHANGES}(?:an?|one|the)\\s+(?:existing\\s+)?(\\p{L}+)['’]s\\s+([^.;!?]+)`, 'iu');

/** "a form with which we can add a customer" */
const BY_WHICH = /\b(?:with|by|through|on|in) which (?:we|i|you|people|they|one|users|customers|colleagues) can\b/gi;

export function askedOf(said: string): Asked {
  const brought = (FORM.test(said) ? said : asOrder(said)).replace(BRINGS, (_, ending: string) => (ending === 'ing' ? 'creating' : 'create'));
  const prompt = brought.replace(BY_WHICH, 'to').replace(FIELD_OF_ONE, 'update a $2 with $1').replace(ONES_FIELD, 'update a $1 with $2');
  const saysForm = FORM.test(prompt);
  const [lead = '', ...rest] = prompt.trim().split(FIELDS);
  const head = saysForm ? whatTheFormDoes(lead) : lead;
  const words = wordsIn(head).filter((word) => !TALK.has(word));
  const order = saysForm ? null : (ORDER.exec(lead)?.[1]?.toLowerCase() ?? null);
  const first = words.findIndex((word) => isVerb(stem(word)));
  // "order form": what could be done is what it is about, where nothing else is.
  const verb = first >= 0 && words.length > 1 ? words[first] : undefined;
  const nouns = words.filter((_, i) => verb === undefined || i !== first);
  const { wanted, unwanted } = listsOf(rest);
  return {
    saysForm,
    isOrder: order !== null && order === words[0] && (first === 0 || words.length < 2) && !OF_THE_PAGE.test(lead),
    verbs: intentOf(verb ? [verb] : []),
    nouns: nouns.map((text) => ({ stem: stem(text), text })),
    text: [verb, ...nouns].filter(Boolean).join(' '),
    wanted,
    unwanted,
  };
}

/** "a form to create issues", "an issue form", "make me a form for new customers": without what makes the form. */
function whatTheFormDoes(text: string): string {
  const [before = '', ...after] = text.split(FORM);
  const behind = after.join(' ');
  const made = before.replace(MAKES, ' ');
  const said = (part: string) => wordsIn(part).some((word) => !TALK.has(word));
  // "create form for issues": creating is what it is for.
  const kind = /\b(create|edit|update|delete)\s*$/i.exec(before)?.[1] ?? '';
  return said(behind) ? `${said(made) && !kind ? made : ''} ${kind} ${behind}` : `${made} ${kind}`;
}

function listsOf(rest: readonly string[]): Pick<Asked, 'wanted' | 'unwanted'> {
  const wanted: string[] = [];
  const unwanted: string[] = [];
  for (let i = 0; i + 1 < rest.length; i += 2) (UNWANTED.test(rest[i]!) ? unwanted : wanted).push(...partsOf(rest[i + 1]!));
  return { wanted, unwanted };
}

/** "the title, labels and a priority field" */
export function partsOf(list: string): string[] {
  return list
    .split(/,|;|&|\/|\band\b|\bor\b|\.(?:\s|$)/i)
    .map((part) => part.replace(/\b(the|a|an|its|their|his|her|this|that|new|how many|how much|which|number of|fields?|inputs?|optional|only|just)\b/gi, ' ').replace(/["“”'‘’.!?]/g, ' ').replace(/\s+/g, ' ').trim())
    .filter(Boolean);
}

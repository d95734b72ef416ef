/**
 * Who wants to write something seldom says "create": "the nurses need to log tickets: subject, description", "let us correct the name of
 * a customer who is already in there". Here that becomes an order in the words that functions are looked for by: "create a ticket with
 * subject, description". What doesn't say that somebody is to do it stays as it is: "open tickets" and "a log of orders" are looked at.
 */

const WHO = '(?!(?:which|what|who|whose|how|where|when|why|show|list|see|find|count|if|do|does|add)\\b)(?:(?:the|our|my|all|every|each|some|these|those|any)\\s+)?(?:(?!(?:who|that|which|whose|need|needs|want|wants|have|has|must|should|can|to)\\b)\\p{L}[\\p{L}’\'-]*\\s+){1,3}?';
const NEEDS = '(?:(?:needs?|wants?|wish(?:es)?|ha(?:ve|s)|ought|would\\s+(?:like|love))\\s+to\\s+|(?:must|should|shall|can|could|may)\\s+)(?:be\\s+able\\s+to\\s+)?';
const I_WOULD = '(?:i|we)(?:[’\']d|\\s+would)\\s+(?:like|love)\\s+to\\s+(?:be\\s+able\\s+to\\s+)?';
const LETS = `(?:let|allow|enable|help|permit)\\s+${WHO}(?:to\\s+)?`;
const A_WAY = `(?:(?:${WHO}(?:needs?|wants?|would\\s+like)|give\\s+(?:me|us)|give\\s+(?:the|our|my)\\s+\\p{L}+(?:\\s+\\p{L}+)?|there\\s+(?:should|must|needs?\\s+to)\\s+be|make(?:\\s+(?:me|us))?|build(?:\\s+(?:me|us))?|i(?:[’']d)\\s+like|we(?:[’']d)\\s+like)\\s+)?(?:an?\\s+|some\\s+|the\\s+)?(?:\\p{L}+\\s+){0,2}?(?:ways?|place|page|screen|spot|somewhere|something|possibility|tool|button|box|window|dialog|means|option)\\s+(?:for\\s+${WHO}to\\s+|(?:where|so\\s+that|in\\s+which|with\\s+which)\\s+${WHO}(?:can|could|may)\\s+|to\\s+|for\\s+(?=\\p{L}+ing\\b|signing))`;
/** "we want our agents to log", "it should be possible to log" */
const OTHERS = `${WHO}(?:needs?|wants?|would\\s+(?:like|love))\\s+${WHO}to\\s+(?:be\\s+able\\s+to\\s+)?|(?:i|we)[’']d\\s+(?:like|love)\\s+${WHO}to\\s+(?:be\\s+able\\s+to\\s+)?`;
const POSSIBLE = `(?:it\\s+(?:should|must|has\\s+to|needs\\s+to)\\s+be|(?:please\\s+)?make\\s+it)\\s+(?:possible|easy|simple)\\s+(?:for\\s+${WHO})?to\\s+`;
const LEAD = `^\\s*(?:(?:please|hi|hello|hey)[\\s,]+)*(?:${I_WOULD}|${OTHERS}|${POSSIBLE}|(?:where|how)\\s+(?:do|does|can|could|should|shall|would|must|may)\\s+(?:i|we|they|one|you|${WHO.trim()})\\s*|for\\s+(?=\\p{L}+ing\\b)|${LETS}|${A_WAY}|(?:can|could|may)\\s+(?:i|we|they|people|users)\\s+|${WHO}${NEEDS})(?:quickly\\s+|easily\\s+|also\\s+|just\\s+)?`;

const BRINGS = '(?:log(?:ging)?|record(?:ing)?|register(?:ing)?|fil(?:e|ing)|rais(?:e|ing)|lodg(?:e|ing)|open(?:ing)?|enter(?:ing)?|submit(?:ting)?|sign(?:ing)?\\s+up|creat(?:e|ing)|add(?:ing)?|report(?:ing)?(?=\\s+(?:an?|one|new|any|another)\\b)|captur(?:e|ing)|onboard(?:ing)?|input(?:ting)?|key(?:ing)?\\s+in|put(?:ting)?\\s+in|typ(?:e|ing)\\s+in|fill(?:ing)?\\s+in|writ(?:e|ing)\\s+down|not(?:e|ing)\\s+down|tak(?:e|ing)\\s+down|set(?:ting)?\\s+up)';
const CHANGES = '(?:correct(?:ing)?|fix(?:ing)?|amend(?:ing)?|adjust(?:ing)?|edit(?:ing)?|updat(?:e|ing)|chang(?:e|ing)|modify(?:ing)?|alter(?:ing)?|revis(?:e|ing)|set(?:ting)?)';
const THE = '(?:(?:an?|the|one|new|another|their|our|my|your|any|some|more|existing|given|incoming|these|those|single|every|each|(?:any|some|one|each)\\s+of)\\s+)*';
const NOUN = '(\\p{L}[\\p{L}-]*(?:\\s+\\p{L}[\\p{L}-]*){0,2}?)';
/** What a list of fields begins with; brackets too. */
const LIST = '(?:\\s*(?::|\\(|\\s[–—-]\\s)\\s*|\\s*,?\\s+(?:with|including|giving|by\\s+giving|asking\\s+for)\\s+(?:(?:its|their|the)\\s+)?(?:fields?\\s*:?\\s+)?)';
/** "who is already in there", "on their phones": says where or when, and nothing of what is written. */
const ASIDE = '(?:\\s*,?\\s+(?:(?:who|that|which)\\s+(?:is|are|was|were|has|have|we|they)|already|here|there|in\\s+(?:here|there|the\\s+system|our\\s+system)|on\\s+(?:their|our|my|the)|from\\s+(?:their|our|my|the|here)|at\\s+the|when(?:ever)?|while|during|myself|ourselves|themselves|yourself|by\\s+(?:themselves|ourselves))\\b[^:(]*?)?';
const END = '\\)?[\\s.!?]*$';

const FIELD_OF = new RegExp(`${LEAD}${CHANGES}\\s+(?:the\\s+|their\\s+|its\\s+)?([\\p{L} ,/-]+?)\\s+(?:of|for|on)\\s+${THE}${NOUN}${ASIDE}${END}`, 'iu');
const ITS_FIELD = new RegExp(`${LEAD}${CHANGES}\\s+${THE}${NOUN}[’']s?\\s+([\\p{L} ,/-]+?)${ASIDE}${END}`, 'iu');
const CHANGED = new RegExp(`${LEAD}${CHANGES}\\s+${THE}${NOUN}${ASIDE}(?:${LIST}(.+?))?${END}`, 'isu');
const BROUGHT = new RegExp(`${LEAD}${BRINGS}\\s+${THE}${NOUN}${ASIDE}(?:${LIST}(.+?))?${END}`, 'isu');
const SIGNED_UP = new RegExp(`${LEAD}sign\\s+${THE}${NOUN}\\s+up${ASIDE}(?:${LIST}(.+?))?${END}`, 'isu');
/** "sign up a customer", "record a ticket: subject": without a word of who does it, it has to be one. */
const BARE = new RegExp(`^\\s*(?:please\\s+)?(?:${BRINGS}|sign(?=\\s.+\\sup\\b))\\s+(?:an?|one|new|another)\\s+(?:new\\s+)?${NOUN}(?:\\s+up)?${ASIDE}(?:${LIST}(.+?))?${END}`, 'isu');
/** "fix the e-mail of an existing customer" */
const BARE_FIELD = new RegExp(`^\\s*(?:please\\s+)?${CHANGES}\\s+(?:the\\s+)?([\\p{L} ,/-]+?)\\s+(?:of|for)\\s+(?:an?|one|the|any)\\s+(?:existing\\s+|given\\s+)?(\\p{L}+(?<!s))${ASIDE}${END}`, 'iu');

/** "report a problem as a ticket: subject": what it comes to be is what is written. */
const AS_A = new RegExp(`(?:${LEAD}|^\\s*(?:please\\s+)?)(?:${BRINGS}|report(?:ing)?|send(?:ing)?(?:\\s+in)?|hand(?:ing)?\\s+in|mak(?:e|ing)|put(?:ting)?)\\s+${THE}(?:\\p{L}[\\p{L}’-]*\\s+){1,4}?as\\s+(?:an?|one|new|another)\\s+(?:new\\s+)?${NOUN}${ASIDE}(?:${LIST}(.+?))?${END}`, 'isu');
/** "modify customer: seats": its fields are listed. */
const BARE_CHANGED = new RegExp(`^\\s*(?:please\\s+)?(?!set)${CHANGES}\\s+${THE}(\\p{L}+)(?:\\s+(?:details|record|data|entry))?${LIST}(.+?)${END}`, 'isu');

const VERB = '(?:put|enter|type|write|fill|record|note|key|add|save|store|register|log|give|take|capture|input|set|keep)(?:\\s+(?:in|down|up))?';
const WHERE = `(?:(?:so|and|now|please)[\\s,]+)*(?:(?:where|how)\\s+(?:do|can|could|should|shall|would|must|may)\\s+(?:i|we|one|they)\\s+${VERB}|(?:i|we)\\s+(?:need|want|have|would\\s+like)\\s+to\\s+${VERB}|let\\s+(?:me|us)\\s+${VERB}|(?:i\\s+need\\s+|we\\s+need\\s+|give\\s+me\\s+)?(?:an?\\s+|some)?(?:place|page|spot|screen|something|somewhere|box|way|thing|where)\\s+(?:for|to\\s+${VERB}|where\\s+(?:i|we)\\s+can\\s+${VERB}))`;
/** "we won a client! Where do I put in their name and e-mail?", "new client signed. I need to note their name" */
const NEWS = new RegExp(`^\\s*(?:[^.!?;:]*?\\b(?:an?|one|another|our)\\s+|(?:[^.!?;:]*?\\s)?(?=new\\b|another\\b))(?:(?:new|another|first|next|fresh|big|nice|great|further)\\s+)*(\\p{L}+)(?:\\s+(?:has\\s+|have\\s+|is\\s+|just\\s+|has\\s+just\\s+)*(?:signed|joined|arrived|came|called|here|in|on\\s+board|today|yesterday)(?:\\s+(?:in|up|today|yesterday))?)?\\s*[.!;:,–—-]+\\s*${WHERE}\\s+(?:(?:their|its|his|her|the|all|all\\s+the|all\\s+their)\\s+)?(?!an?\\s|one\\s|new\\s)(.+?)${END}`, 'isu');
/** "where do I put the subject and the priority of a ticket?" */
const WHERE_OF = new RegExp(`^\\s*(?:[^.!?;:]*[.!?;:]\\s*)?${WHERE}\\s+(?:the\\s+)?([\\p{L} ,/-]+?)\\s+of\\s+(?:the|an?|one|their|our)\\s+(?:new\\s+)?(\\p{L}+)${END}`, 'iu');
/** "setting a ticket to waiting or closed", "mark tickets as closed": one of a field's values is wanted. */
const TO_VALUE = new RegExp(`(?:${LEAD}|^\\s*(?:please\\s+)?)(?:${CHANGES}|mark(?:ing)?|put(?:ting)?|mov(?:e|ing)|switch(?:ing)?|flip(?:ping)?|turn(?:ing)?|declar(?:e|ing)|flag(?:ging)?)\\s+${THE}(\\p{L}+)\\s+(?:to\\s+be|to|as|on|onto|into|=)\\s+(?:the\\s+|an?\\s+|being\\s+)?([\\p{L} ,/-]+?)${END}`, 'iu');

/** What is looked at, and not written. */
const SEEN = /\b(?:charts?|graphs?|tables?|lists?|dashboards?|overview|reports?|pies?|bars?|lines?|tiles?|kpis?|filters?|calendar|kanban|board|columns?|views?|summary|title|colou?rs?|form|forms|range|period)\b/i;
/** A noun of these goes on: "log tickets of customers". */
const JOINT = /^(?:of|on|about|by|per|and|or|in|to|is|are|that|which|with|from|for)\b|\b(?:of|by|per|over|to|into|as)\b/i;

/** The prompt as an order, where somebody is to write something; else as it was. */
export function asOrder(prompt: string): string {
  const said = prompt.replace(/\be-mail/gi, 'email').trim();
  const asked = said.replace(/\s*,?\s*please[\s.!?]*$/i, '');
  const [, thing, value] = TO_VALUE.exec(asked) ?? [];
  if (thing && value && isThing(thing) && isThing(value)) return `update a ${thing} with ${value}`;
  const [, ofWhat, what2] = WHERE_OF.exec(asked) ?? [];
  if (ofWhat && what2 && isThing(what2) && !SEEN.test(ofWhat)) return `create a ${what2} with ${ofWhat}`;
  const [, came, about] = NEWS.exec(asked) ?? [];
  if (came && about && isThing(came) && !SEEN.test(about)) return `create a ${came} with ${about}`;
  const [, fields, of] = FIELD_OF.exec(said) ?? BARE_FIELD.exec(said) ?? [];
  if (fields && of && isThing(of) && !JOINT.test(fields)) return `update a ${of} with ${fields}`;
  const [, owner, its] = ITS_FIELD.exec(said) ?? [];
  if (owner && its && isThing(owner) && !JOINT.test(its)) return `update a ${owner} with ${its}`;
  const [, changed, what] = CHANGED.exec(said) ?? BARE_CHANGED.exec(said) ?? [];
  if (changed && isThing(changed)) return `update a ${changed}${what ? ` with ${what}` : ''}`;
  const [, become, having] = AS_A.exec(said) ?? [];
  if (become && isThing(become)) return `create a ${become}${having ? ` with ${having}` : ''}`;
  const [, brought, with_] = SIGNED_UP.exec(said) ?? BROUGHT.exec(said) ?? BARE.exec(said) ?? [];
  return brought && isThing(brought) ? `create a ${brought}${with_ ? ` with ${with_}` : ''}` : said;
}

/** Verbs of which nobody says that they want to look at something. */
const CLEARLY = /\b(log(?:ging)?|record(?:ing)?|register(?:ing)?|fil(?:e|ing)|lodg(?:e|ing)|submit(?:ting)?|sign(?:ing)?\s+up|onboard(?:ing)?|correct(?:ing)?|fix(?:ing)?|amend(?:ing)?)\s/i;

/** Said where there is nothing to write with, so that rows aren't all the answer; none where nothing was to be written. */
export function onlyReadProblem(prompt: string): string[] {
  const isOrder = asOrder(prompt) !== prompt.replace(/\be-mail/gi, 'email').trim();
  return isOrder && CLEARLY.test(prompt) ? ['I can’t write anything of that here: no function that is connected does it, and a connection of tables is only read. So here are the rows.'] : [];
}

function isThing(words: string): boolean {
  return !SEEN.test(words) && !JOINT.test(words);
}

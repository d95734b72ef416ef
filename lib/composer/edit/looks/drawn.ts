import type { Chart, View } from '../../plan';
import type { Wish } from '../../read/wish';
import { changeOf } from '../change';
import type { Editing } from '../editing';
import { CAN_I, I_WANT, I_WOULD_LIKE, leading, LETS, OK, trailing } from '../said/around';
import { isOnlyGroup, isOnlyMeasured, measuresOf } from '../said/replacement';

/** What a number is drawn as, by the kind of chart that has such things; null is any. */
const MARKS: [noun: string, views: readonly View[] | null][] = [
  ['cells?|squares?|boxes|heat\\s?map|colou?rs?|shad(?:es?|ing)|intensity|heat', ['heatmap']],
  ['bars?', ['bar', 'histogram']],
  ['slices?|wedges?', ['pie']],
  ['curves?|lines?', ['line', 'area']],
  ['heights?|lengths?|sizes?|values?|numbers?|(?:y|vertical|value)[\\s-]axis', null],
];
const NOUN = MARKS.map(([noun]) => noun).join('|');
/** "the cells", "bar length", "the height of the bars" */
const MARK = `(?:(?:the|each|every)\\s+)?(?:(?:${NOUN})\\s+of\\s+(?:the\\s+)?)?(${NOUN})(?:[’']s?)?(?:\\s+(?:${NOUN}))?`;
const WHAT = '(?:the\\s+)?([\\p{L}\\p{N}_][^,.;:!?]*?)';
const LEAD = leading('please', 'no', OK, 'now', 'and', 'with', I_WANT, I_WOULD_LIKE, CAN_I, LETS, 'what\\s+(?:goes|stands|is|comes)\\s+(?:in|on|inside)');
const END = trailing('instead', 'please', 'now', 'then', 'rather');

/** "average speed in the cells", "use revenue for the height" */
const IN = new RegExp(`${LEAD}(?:(?:show|put|have|see|write|print|display|plot|use|take|draw|get)\\s+)?(?:me\\s+)?${WHAT}\\s+(?:in|on|inside|as|for|into)\\s+(?:the\\s+|each\\s+|every\\s+)${MARK}${END}`, 'iu');
/** "the cells should hold the average speed", "make the bars revenue", "bar length by revenue" */
const HOLD = new RegExp(`${LEAD}(?:(?:let|make|have|set)\\s+)?${MARK}\\s+(?:(?:should|shall|must|can|could|to|are|is)\\s+)*(?:(?:be\\s+)?as\\s+(?:tall|long|big|high|wide|dark)\\s+as|be|is|are|hold|show|contain|have|display|carry|represent|mean|stand\\s+for|tell|say|depend\\s+on|reflect|follow|give|by|=|measure)\\s+(?:(?:by|to|on)\\s+)?${WHAT}${END}`, 'iu');
const MAKE = new RegExp(`${LEAD}(?:make|turn|change|switch|set)\\s+${MARK}\\s+(?:to\\s+|into\\s+)?${WHAT}${END}`, 'iu');
/** "colour the cells by cost", "size the slices by revenue", "fill the squares with the median speed" */
const BY = new RegExp(`${LEAD}(colou?r|shade|fill|size|scale|tint|paint|draw|base)\\s+(?:${MARK}|it|them|the\\s+chart)\\s+(?:by|with|according\\s+to|after|on|using)\\s+${WHAT}${END}`, 'iu');
/** "measure revenue" */
const MEASURE = new RegExp(`${LEAD}measure\\s+${WHAT}${END}`, 'iu');

/** "average speed in the cells": another number in the chart that is there; false where none is spoken of. */
export function drawn(editing: Editing, prompt: string): boolean {
  if (/^\s*(?:please\s+)?(?:add|include|insert|overlay)\b|\b(?:too|also|as\s+well|both|besides|alongside|plus)\b/i.test(prompt)) return false;
  const [, shown, inMark] = IN.exec(prompt) ?? [];
  const [, holding, held] = HOLD.exec(prompt) ?? [];
  const [, made, become] = MAKE.exec(prompt) ?? [];
  const [, verb, mark, with_] = BY.exec(prompt) ?? [];
  const [, measured] = MEASURE.exec(prompt) ?? [];
  const found: [string | undefined, string | undefined][] = [[shown, inMark], [held, holding], [become, made], [with_, mark ?? (verb && /^(?:colou?r|shade|tint|paint|fill)$/i.test(verb) ? 'cells' : 'size')], [measured, 'size']];
  for (const [what, noun] of found) {
    const wish = what && noun ? editing.exactly(what) : null;
    const measures = wish ? numbersOf(wish) : [];
    const target = noun && measures.length > 0 ? chartWith(editing, noun) : undefined;
    const change = wish && target && changeOf({ ...wish, entities: [], loose: [], measures }, { change: true, instead: true, splits: false });
    if (!target || !change) continue;
    editing.assumptions.push(...(wish?.assumptions ?? []));
    editing.changed(target, change);
    return true;
  }
  return [[shown, inMark], [held, holding], [become, made]].some(([what, noun]) => what && noun && regrouped(editing, what, noun));
}

/** "use channel for the bars", "make the slices the channels": each is one of them; lines are a second grouping. */
function regrouped(editing: Editing, what: string, noun: string): boolean {
  const wish = /^(?:bars?|slices?|wedges?|lines?|curves?)$/i.test(noun) ? editing.exactly(`by ${what}`) : null;
  const target = wish && isOnlyGroup(wish) ? chartWith(editing, noun) : undefined;
  const change = wish && target && changeOf(wish, { change: true, instead: false, splits: wish?.bucket === null && (target.view === 'line' || target.view === 'area') });
  if (!target || !change) return false;
  editing.changed(target, change);
  return true;
}

/** The numbers that a wish is of, and nothing else. */
function numbersOf(wish: Wish): Wish['measures'] {
  const [loose, ...others] = wish.loose;
  const isNumber = loose?.field.role === 'measure' && others.length === 0 && wish.measures.length + wish.entities.length === 0;
  const bare = isNumber ? { ...wish, loose: [], measures: [{ aggregate: null, name: { kind: 'field' as const, field: loose.field, entity: loose.entity }, where: [] }] } : wish;
  return isOnlyMeasured(bare) ? measuresOf(bare) : [];
}

function chartWith(editing: Editing, noun: string): Chart | undefined {
  const [, views] = MARKS.find(([nouns]) => new RegExp(`^(?:${nouns})$`, 'i').test(noun)) ?? ['', null];
  const fitting = editing.plan.blocks.filter((b): b is Chart => b.type === 'chart' && b.asked !== false && b.view !== 'table' && (views === null || views.includes(b.view)));
  if (fitting.length > 1) editing.assumptions.push(`Several could be meant; I took “${fitting[0]?.title}”.`);
  return fitting[0];
}

import { unitSchema, type Unit } from '../../plan';
import type { Mark } from '../../words/words';
import type { Clause, Word } from '../clause';
import type { WindowWish } from '../wish';

type WindowWord = Word & { mark: Extract<Mark, { is: 'window' }> };

/** "month over month growth of revenue", "7 day moving average", "the change from month to month": what is reckoned along the time. */
export function readWindows(clause: Clause): void {
  const isBySteps = clause.words.some((w) => w.mark?.is === 'bucket');
  for (const word of clause.open()) if (isChangeNoun(clause, word) || (isBySteps && word.mark?.is === 'before' && word.lower.endsWith(' change'))) clause.remark(word, { is: 'window', window: 'change' });
  const [word, ...more] = clause.marked('window');
  if (!word) return readOver(clause);
  clause.take(word, ...more);
  const { wish } = clause;
  const values = saysValues(clause, word);
  if (word.mark.window === 'average') {
    wish.window = { is: 'moving-average', of: readLength(clause, word), values };
    return;
  }
  wish.window = { is: 'change', as: shownAs(clause, [word, ...more]), than: readYears(clause) ? 'year' : 'stretch', values };
  readRate(clause, word);
}

/** "revenue week over week": the values, and how they change. */
function readOver({ words, wish }: Clause): void {
  const isOver = words.some((w) => w.mark?.is === 'bucket' && (/ (over|on) /.test(w.lower) || /^(mom|wow|qoq)$/.test(w.lower)));
  if (isOver) wish.window = { is: 'change', as: 'percent', than: 'stretch', values: true };
}

/** "its change per month", "revenue change by quarter": no verb that something is to be done by. */
function isChangeNoun(clause: Clause, word: Word): boolean {
  if (word.mark?.is !== 'verb' || !/^changes?$/.test(word.lower)) return false;
  const [before, next] = [clause.before(word), clause.after(word)];
  const isNamed = word.lead.some((l) => /^(its|their|the|an?|how|much|does|do|did)$/.test(l)) || clause.nameOf(before) !== null || ['bucket', 'aggregate', 'versus'].includes(before?.mark?.is ?? '');
  const isDone = next?.mark?.is === 'chart' || next?.mark?.is === 'table' || next?.lead.some((l) => /^(to|into)$/.test(l));
  return isNamed && !isDone && clause.words.some((w) => w.mark?.is === 'bucket' || w.mark?.is === 'versus');
}

/** "monthly revenue with growth", and not "the growth of revenue": what it is reckoned of stands in front of a joint, and nothing is named behind it. */
function saysValues(clause: Clause, word: WindowWord): boolean {
  const joint = clause.words.findLast((w) => w.at < word.at && w.mark?.is === 'break');
  // "with the change" is one phrase.
  if (word.lower.startsWith('with ')) return true;
  const isOfIt = word.lower.startsWith('smooth') && joint?.mark?.is === 'break' && joint.mark.strength === 'soft';
  return joint !== undefined && !isOfIt && clause.words.slice(0, joint.at).some((w) => clause.nameOf(w) !== null) && !clause.words.slice(joint.at).some((w) => ['entity', 'measure'].includes(clause.nameOf(w)?.kind ?? ''));
}

/** "growth in percent", "absolute growth"; null where it goes without saying. */
function shownAs(clause: Clause, words: readonly WindowWord[]): Extract<WindowWish, { is: 'change' }>['as'] {
  const isPercent = (w: Word) => !w.taken && ((w.mark?.is === 'style' && w.mark.style === 'share') || (w.mark?.is === 'aggregate' && w.mark.aggregate === 'share' && /^(%|percent|percentages?)$/.test(w.lower)));
  const percent = clause.words.filter(isPercent);
  clause.settle(...percent);
  const isAbsolute = words.some((w) => /^(absolute|net)/.test(w.lower)) || clause.words.some((w) => /^absolute$/.test(w.lower));
  clause.settle(...clause.words.filter((w) => /^absolute$/.test(w.lower)));
  if (isAbsolute) return 'amount';
  return percent.length > 0 ? 'percent' : words.every((w) => w.mark.window === 'change') ? 'amount' : null;
}

/** "year over year growth per month": each month against the same one a year before. */
function readYears(clause: Clause): boolean {
  const years = clause.marked('versus').filter((w) => /^(year|yoy|against last year)/.test(w.lower));
  clause.settle(...years);
  return years.length > 0;
}

/** "how fast do orders grow", "the fastest growing categories": which of them grows most is another question. */
function readRate(clause: Clause, word: WindowWord): void {
  const fast = clause.words.filter((w) => !w.taken && /^(fast|quick|quickly|strongly|rapidly)$/.test(w.lower) && w.at < word.at);
  clause.settle(...fast);
  const most = clause.words.filter((w) => !w.taken && (w.mark?.is === 'superlative' || w.mark?.is === 'top' || w.mark?.is === 'best') && clause.after(w) === word);
  if (most.length === 0 && !word.lower.includes('growing')) return;
  clause.settle(...most);
  clause.wish.problems.push('I can’t rank by growth.');
}

/** "7 day moving average", "moving average over 3 months": over how many of which stretches. */
function readLength(clause: Clause, word: WindowWord): { count: number; unit: Unit } | null {
  const isUnit = (w: Word | undefined): w is Word & { mark: Extract<Mark, { is: 'bucket' }> } => w !== undefined && !w.taken && w.mark?.is === 'bucket' && !w.mark.adverb;
  for (const number of clause.words) {
    const next = clause.after(number);
    if (number.taken || number.number === null || !isUnit(next)) continue;
    const unit = unitSchema.safeParse(next.mark.unit);
    const isBeside = clause.after(next) === word || clause.before(number) === word || (number.at > word.at && number.lead.some((l) => /^(of|over|across|for|within)$/.test(l)));
    if (!unit.success || !isBeside) continue;
    clause.settle(number, next);
    return { count: number.number, unit: unit.data };
  }
  return null;
}

/** "the mix of channels", at no time: parts of one whole. */
export function settleMix({ wish, words }: Clause): void {
  const isMix = words.some((w) => w.taken && w.mark?.is === 'style' && /^(mix|composition|make-?up)/.test(w.lower));
  if (isMix && wish.bucket === null && wish.by.length === 1 && wish.charts.length === 0 && !wish.table) wish.charts = ['pie'];
}

/** What goes without saying: by which stretches it is reckoned, and of one stretch that was named, that it is a figure against the one before. */
export function settleWindow({ wish }: Clause): void {
  const { window } = wish;
  if (!window) return;
  const [period, ...others] = wish.periods;
  const isFigure = window.is === 'change' && window.as !== 'amount' && window.than === 'stretch' && wish.bucket === null && others.length === 0 && (period?.kind === 'unit' || period?.kind === 'to-date') && wish.charts.length + wish.by.length === 0 && !wish.table;
  if (isFigure) {
    // "growth vs last year": of this one.
    if (wish.versus && period.kind === 'unit' && period.back === 1) wish.periods = [{ ...period, back: 0 }];
    [wish.window, wish.versus, wish.versusBefore] = [null, false, true];
    return;
  }
  // "revenue growth by region this year vs last year": two stretches of each, and no course of them.
  if (window.is === 'change' && wish.bucket === null && wish.by.length > 0 && wish.versus && wish.periods.length > 0) {
    wish.window = null;
    wish.problems.push('I don’t reckon growth from one stretch that is named to another, so both stand beside each other.');
    return;
  }
  // "growth per month this year vs last year": each month against the same one.
  if (window.is === 'change' && wish.bucket !== null && wish.versus && wish.periods.some((p) => p.kind === 'unit' && p.unit === 'year')) {
    window.than = 'year';
    [wish.versus, wish.periods] = [false, wish.periods.filter((p) => !(p.kind === 'unit' && p.unit === 'year' && p.back === 1))];
  }
  const finest = window.is === 'moving-average' ? window.of?.unit : window.than === 'year' ? 'year' : undefined;
  wish.bucket ??= finest ?? 'auto';
}

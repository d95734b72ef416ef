/** Words for how a thing stands that are good, that want a look, that are bad. All others have no colour. */
const TONES = {
  success: 'paid|done|complete|completed|resolved|solved|delivered|shipped|fulfilled|active|live|approved|accepted|confirmed|success|successful|succeeded|passed|healthy|won|published',
  warning: 'waiting|pending|on hold|hold|paused|delayed|at risk|partial|partially paid|returned|refunded|high|warning|degraded|needs review|suspended',
  destructive: 'failed|failure|error|rejected|declined|denied|cancelled|canceled|overdue|past due|unpaid|late|lost|blocked|urgent|critical|expired|churned|down|fraud',
} as const;

type Tone = keyof typeof TONES | 'secondary';

const BY_WORD = new Map(Object.entries(TONES).flatMap(([tone, words]) => words.split('|').map((word) => [word, tone as Tone])));

/** The colour of a state by its word: “paid” is good, “overdue” is not. The word itself always stands beside it. */
export function toneOf(state: string): Tone {
  return BY_WORD.get(state.trim().toLowerCase().replace(/[_-]+/g, ' ')) ?? 'secondary';
}

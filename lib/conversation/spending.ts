import type { Viewer } from '../auth/viewer';
import type { ModelChoice } from '../model/choices';
import type { ReplyFailure } from '../model/messages';
import { type Meter, type Tokens, estimateTokens } from '../model/meter';
import { costOf } from '../model/prices';
import { Refusal } from '../program/refusal';
import { isAtLeast } from '../program/role';
import { type Measure, type Standing, type TeamStore, getStore } from '../store';

/** Tokens that a reply is believed to write, while it isn't known: what an interface of 300 lines takes. */
const LIKELY_OUTPUT_TOKENS = 6_000;
/** Characters that go along with every prompt, beside the conversation: rules, kit and declarations. */
const PROMPT_CHARACTERS = 24_000;
/** A hold without a sign of life for so long is of a process that is gone. */
const HOLD_SECONDS = 900;

/** Counts what a reply takes of its person's month. `end` gives back what it held. */
export type SpendingMeter = Meter & { end(): Promise<void> };

/**
 * A meter for a reply, with what it is likely to take held. Undefined where nobody pays: the composer, and models found on this machine.
 * @throws Refusal 403 where nothing is left of the person's limit for this month
 */
export async function openMeter(viewer: Viewer, choice: ModelChoice, characters: number): Promise<SpendingMeter | undefined> {
  if (choice.source === 'built-in' || choice.source === 'local') return undefined;
  const { spending } = (await getStore()).team(viewer.team.id);
  const measure: Measure = choice.price ? 'micros' : 'tokens';
  const likely = { input: estimateTokens(characters + PROMPT_CHARACTERS), output: LIKELY_OUTPUT_TOKENS };
  const held = await spending.hold(viewer.id, monthNow(), measure, measure === 'micros' ? microsOf(choice, likely) : likely.input + likely.output, HOLD_SECONDS);
  if ('refused' in held) throw new Refusal(403, spentInWords(viewer, measure, held.refused));
  return meterOver(spending, viewer, choice, measure, held.id);
}

function meterOver(spending: TeamStore['spending'], viewer: Viewer, choice: ModelChoice, measure: Measure, holdId: string): SpendingMeter {
  return {
    async refusal(): Promise<ReplyFailure | null> {
      const { refused } = await spending.renew(holdId, viewer.id, monthNow(), measure, HOLD_SECONDS);
      return refused && { code: 'spent', message: spentInWords(viewer, measure, refused), hint: 'What was written so far is kept.', retryable: false };
    },
    async took(tokens, told): Promise<void> {
      const micros = choice.price ? (told && toMicros(costOf(choice.price, told))) ?? microsOf(choice, tokens) : 0;
      await spending.add(viewer.id, monthNow(), { inputTokens: tokens.input, outputTokens: tokens.output, unpricedTokens: choice.price ? 0 : tokens.input + tokens.output, micros });
    },
    end: () => spending.release(holdId),
  };
}

/** A month as it is kept: `2026-11`. Months end at midnight UTC, for everybody alike. */
export function monthNow(): string {
  return new Date().toISOString().slice(0, 7);
}

function microsOf({ price }: ModelChoice, { input, output }: Tokens): number {
  return price ? Math.ceil(input * price.input + output * price.output) : 0;
}

function toMicros(dollars: number | undefined): number | undefined {
  return dollars === undefined ? undefined : Math.round(dollars * 1_000_000);
}

function spentInWords({ team }: Viewer, measure: Measure, { limit, used }: Standing): string {
  const amount = measure === 'micros' ? `$${dollarsInWords(limit!)}` : `${limit!.toLocaleString('en')} tokens`;
  const month = new Date().toLocaleString('en', { month: 'long', timeZone: 'UTC' });
  const raise = `${isAtLeast(team.role, 'admin') ? 'You' : 'An admin'} can raise it under Settings, Spending.`;
  if (used >= limit!) return `You have used your ${amount} for ${month}. ${raise} The composer stays free.`;
  return `What is being written for you already may take the rest of your ${amount} for ${month}. Wait until it’s done. ${raise}`;
}

function dollarsInWords(micros: number): string {
  return (micros / 1_000_000).toFixed(micros % 1_000_000 === 0 ? 0 : 2);
}

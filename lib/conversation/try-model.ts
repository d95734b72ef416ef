import type { LanguageModelV4 } from '@ai-sdk/provider';
import { failureOf } from '../model/failure';
import { openChoice } from './models';

/** A provider that says nothing for this long would not be pleasant to work with either. */
const TRY_MS = 20_000;

/** Asks a model for one word and waits for the first sign of an answer. `message` says in words how it went. */
export async function tryModel(teamId: string, choiceId: string, signal: AbortSignal): Promise<{ ok: boolean; message: string }> {
  const { choice, model: open, secrets } = await openChoice(teamId, choiceId, []);
  const began = performance.now();
  try {
    await firstSign(open(), AbortSignal.any([signal, AbortSignal.timeout(TRY_MS)]));
    return { ok: true, message: `${choice.label} answers, after ${((performance.now() - began) / 1000).toFixed(1)} seconds.` };
  } catch (error) {
    const { message, hint } = failureOf(error, { choice, secrets });
    return { ok: false, message: hint ? `${message} ${hint}` : message };
  }
}

async function firstSign(model: LanguageModelV4, abortSignal: AbortSignal): Promise<void> {
  const { stream } = await model.doStream({
    prompt: [{ role: 'user', content: [{ type: 'text', text: 'Answer with the one word: yes' }] }],
    abortSignal,
  });
  for await (const part of stream) {
    if (part.type === 'error') throw part.error;
    if (part.type === 'text-delta' || part.type === 'reasoning-delta') return;
  }
  throw new Error('The answer was empty.');
}

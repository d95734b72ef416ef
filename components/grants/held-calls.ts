import type { Call, CallAnswer } from '@/lib/bridge/messages';
import { type Ask, askOf, namesInWords, refusals, together } from './asks';

type Answer = (answer: CallAnswer) => void;
/** `isSent` while it's being tried once more: it goes on being asked for. */
type Held = { call: Call; answer: Answer; ask: Ask; signal: AbortSignal; isSent: boolean };

/** Sends calls to the server; every call gets exactly one answer. */
export type Send = (calls: Call[], answer: Answer, signal: AbortSignal) => Promise<void>;

/**
 * Keeps the calls of a frame that may not read yet what they ask for, until a person has answered: then they are sent once
 * more, or told that they were refused. Nothing of that is decided here; the server looks at each call again.
 */
export class HeldCalls {
  readonly #send: Send;
  readonly #changed: () => void;
  #held: Held[] = [];
  #asked: readonly Ask[] = [];
  /** By key (asks.ts); true where it was left out of a yes that is still to be heard of. */
  readonly #refused = new Map<string, boolean>();

  constructor(send: Send, changed: () => void) {
    this.#send = send;
    this.#changed = changed;
  }

  /** What is waited for, a connection each; the same list until it changes. */
  get asked(): readonly Ask[] {
    return this.#asked;
  }

  async send(calls: Call[], answer: Answer, signal: AbortSignal): Promise<void> {
    const byId = new Map(calls.map((call) => [call.id, call]));
    await this.#send(calls, (one) => this.#sort(byId.get(one.id), one, answer, signal), signal);
  }

  /** Sends what is held once more: somebody may have let it. What can't be sent just now goes on being held. */
  retry(): void {
    for (const [signal, held] of Map.groupBy(this.#held.filter(({ isSent }) => !isSent), (one) => one.signal)) {
      const byId = new Map(held.map((one) => [one.call.id, one]));
      for (const one of held) one.isSent = true;
      void this.#send(held.map(({ call }) => call), (one) => this.#tried(byId.get(one.id), one), signal);
    }
  }

  /** What was refused of a connection is asked for again from now on. True where something had been. */
  reconsider(binding: string): boolean {
    const refused = [...this.#refused].filter(([key]) => key.startsWith(`${binding} `));
    for (const [key, isNew] of refused) {
      if (isNew) this.#refused.set(key, false);
      else this.#refused.delete(key);
    }
    return refused.some(([, isNew]) => !isNew);
  }

  /** Tells those that are held of a connection that it may not be read; what asks for the same later is told at once. */
  refuse(asked: Ask): void {
    for (const key of refusals(asked)) this.#refused.set(key, false);
    for (const { call, answer, ask } of this.#take((held) => held.ask.binding === asked.binding)) answer(refusal(call.id, ask));
  }

  /** What a yes that is about to be given leaves out: who needs that is told so, and what needs the rest is made. */
  leaveOut(asked: Ask): void {
    for (const key of refusals(asked)) this.#refused.set(key, true);
  }

  #sort(call: Call | undefined, one: CallAnswer, answer: Answer, signal: AbortSignal): void {
    const needs = one.ok ? undefined : one.error.needs;
    if (!call || !needs) return answer(one);
    const ask = askOf(needs, call);
    if (this.#isRefused(ask)) return answer(refusal(call.id, ask));
    const held: Held = { call, answer, ask, signal, isSent: false };
    this.#held.push(held);
    // Where the frame is gone, or doesn't want it any more, nobody waits for it.
    signal.addEventListener('abort', () => this.#take((other) => other === held), { once: true });
    this.#update();
  }

  /** One that was tried again: it may have been answered or given up meanwhile. */
  #tried(held: Held | undefined, one: CallAnswer): void {
    if (!held || !this.#held.includes(held)) return;
    held.isSent = false;
    if (!one.ok && one.error.code === 'unavailable') return;
    const ask = one.ok || !one.error.needs ? null : askOf(one.error.needs, held.call);
    if (ask && !this.#isRefused(ask)) {
      held.ask = ask;
      return this.#update();
    }
    this.#take((other) => other === held);
    held.answer(ask ? refusal(one.id, ask) : one);
  }

  #isRefused(ask: Ask): boolean {
    return refusals(ask).some((key) => this.#refused.has(key));
  }

  #take(which: (held: Held) => boolean): Held[] {
    const taken = this.#held.filter(which);
    if (taken.length === 0) return [];
    this.#held = this.#held.filter((held) => !which(held));
    this.#update();
    return taken;
  }

  #update(): void {
    const asked = [...Map.groupBy(this.#held, ({ ask }) => ask.binding).values()].map((held) => together(held.map(({ ask }) => ask) as [Ask, ...Ask[]]));
    if (JSON.stringify(asked) === JSON.stringify(this.#asked)) return;
    this.#asked = asked;
    this.#changed();
  }
}

function refusal(id: number, ask: Ask): CallAnswer {
  return { id, ok: false, error: { code: 'denied', message: `You didn’t let it read ${namesInWords(ask).join(', ')} of ${ask.title}.`, retryable: false } };
}

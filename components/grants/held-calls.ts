import type { Call, CallAnswer } from '@/lib/bridge/messages';
import type { Needs } from '@/lib/client/approvals';

type Answer = (answer: CallAnswer) => void;
/** `isSent` while it's being tried once more: it goes on being asked for. */
type Held = { call: Call; answer: Answer; needs: Needs; signal: AbortSignal; isSent: boolean };

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
  #asked: readonly Needs[] = [];
  readonly #refused = new Set<string>();

  constructor(send: Send, changed: () => void) {
    this.#send = send;
    this.#changed = changed;
  }

  /** What is waited for, a connection each; the same list until it changes. */
  get asked(): readonly Needs[] {
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
    const refused = [...this.#refused].filter((one) => one.startsWith(key(binding, '')));
    for (const one of refused) this.#refused.delete(one);
    return refused.length > 0;
  }

  /** Tells those that are held of a connection that it may not be read; what asks for the same later is told at once. */
  refuse({ binding, names }: Pick<Needs, 'binding' | 'names'>): void {
    for (const name of names) this.#refused.add(key(binding, name));
    for (const { call, answer, needs } of this.#take((held) => held.needs.binding === binding)) answer(refusal(call.id, needs));
  }

  #sort(call: Call | undefined, one: CallAnswer, answer: Answer, signal: AbortSignal): void {
    const needs = one.ok ? undefined : one.error.needs;
    if (!call || !needs) return answer(one);
    if (this.#isRefused(needs)) return answer(refusal(call.id, needs));
    const held: Held = { call, answer, needs, signal, isSent: false };
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
    if (!one.ok && one.error.needs && !this.#isRefused(one.error.needs)) {
      held.needs = one.error.needs;
      return this.#update();
    }
    this.#take((other) => other === held);
    held.answer(!one.ok && one.error.needs ? refusal(one.id, one.error.needs) : one);
  }

  #isRefused({ binding, names }: Needs): boolean {
    return names.some((name) => this.#refused.has(key(binding, name)));
  }

  #take(which: (held: Held) => boolean): Held[] {
    const taken = this.#held.filter(which);
    if (taken.length === 0) return [];
    this.#held = this.#held.filter((held) => !which(held));
    this.#update();
    return taken;
  }

  #update(): void {
    const asked = [...Map.groupBy(this.#held, ({ needs }) => needs.binding).values()].map((held) => ({
      ...held[0]!.needs,
      names: [...new Set(held.flatMap(({ needs }) => needs.names))],
    }));
    if (JSON.stringify(asked) === JSON.stringify(this.#asked)) return;
    this.#asked = asked;
    this.#changed();
  }
}

function key(binding: string, name: string): string {
  return `${binding} ${name}`;
}

function refusal(id: number, { title, names }: Needs): CallAnswer {
  return { id, ok: false, error: { code: 'denied', message: `You didn’t let it read ${names.join(', ')} of ${title}.`, retryable: false } };
}

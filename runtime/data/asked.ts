import { type AskedOf, MAX_ASKED, MAX_ASKED_UNITS } from '../../lib/bridge/messages';

export type Asked = {
  note(name: string, args: unknown): void;
  /** The latest first, each once. */
  list(): AskedOf[];
};

/** Remembers which functions were called with what: a snapshot for others is made of that. */
export function createAsked(): Asked {
  const texts = new Map<string, string>();
  return {
    note(name, args) {
      const text = textOf(args);
      if (text === null) return;
      const key = `${name} ${text}`;
      texts.delete(key);
      texts.set(key, text);
      if (texts.size > MAX_ASKED) texts.delete(texts.keys().next().value!);
    },
    list: () => [...texts].reverse().map(([key, text]) => ({ name: key.slice(0, key.indexOf(' ')), args: JSON.parse(text) as unknown })),
  };
}

/** As JSON; null for what is none, or too long. */
function textOf(args: unknown): string | null {
  try {
    const text = JSON.stringify(args);
    return text !== undefined && text.length <= MAX_ASKED_UNITS ? text : null;
  } catch {
    return null;
  }
}

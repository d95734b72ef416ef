/**
 * Names of the browser that TypeScript knows and that don't work where the program runs: why, and what to write instead.
 * Both files run sealed: ui.tsx in a frame without network, storage and dialogs, data.ts in an isolate without a browser.
 */
export const MISSING_IN_UI: ReadonlyMap<string, string> = new Map([
  ...names(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource'], 'The interface has no network. Call a function of data.ts through useData or useAction.'),
  ...names(['localStorage', 'sessionStorage', 'indexedDB', 'cookieStore'], 'The frame has no storage. Use useState, or useShared for what should be kept.'),
  ...names(['alert', 'confirm', 'prompt'], 'The frame shows no browser dialogs. Use AlertDialog, Dialog or Alert.'),
]);

/** Names that data.ts might expect from a browser or from Node. */
export const MISSING_IN_DATA: ReadonlyMap<string, string> = new Map([
  ...names(['console'], 'data.ts has no console. Return what is of interest.'),
  ...names(['fetch', 'XMLHttpRequest', 'WebSocket'], 'data.ts reaches the outside only through its bindings.'),
  ...names(['setTimeout', 'setInterval', 'queueMicrotask'], 'data.ts has no timers.'),
  ...names(['Intl'], 'data.ts has no Intl. Format in ui.tsx with fmt, or in SQL.'),
  ...names(['window', 'document', 'localStorage', 'navigator', 'URL', 'URLSearchParams', 'crypto', 'structuredClone', 'process', 'Buffer', 'require'],
    'data.ts has the language (ES2023) and its bindings, nothing of a browser or of Node.'),
]);

function names(list: readonly string[], hint: string): [string, string][] {
  return list.map((name) => [name, hint]);
}

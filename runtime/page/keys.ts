type Key = 'escape' | 'menu' | 'send' | 'help';

/** Tells the keys that belong to the app, where a person pressed them and the program didn't use them itself. */
export function watchKeys(onKey: (key: Key) => void): void {
  addEventListener('keydown', (event) => {
    if (!event.isTrusted || event.defaultPrevented || event.isComposing) return;
    const key = keyOf(event);
    if (!key) return;
    if (key !== 'escape') event.preventDefault();
    onKey(key);
  });
}

function keyOf(event: KeyboardEvent): Key | null {
  const withCommand = event.metaKey || event.ctrlKey;
  if (event.key === 'Escape') return 'escape';
  if (withCommand && event.key.toLowerCase() === 'k') return 'menu';
  if (withCommand && event.key === 'Enter') return 'send';
  return event.key === '?' && !withCommand && !event.altKey && !isTyping(event.target) ? 'help' : null;
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

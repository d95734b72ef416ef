/** Every key of the app, in one table: what is pressed, what it does, where it works. `?` shows it. */
export const KEYS = [
  { keys: ['Ctrl/⌘', 'Enter'], does: 'Send the prompt', where: 'prompt' },
  { keys: ['Shift', 'Enter'], does: 'New line in the prompt', where: 'prompt' },
  { keys: ['Esc'], does: 'Stop writing', where: 'studio' },
  { keys: ['Ctrl/⌘', 'K'], does: 'Command menu', where: 'everywhere' },
  { keys: ['/'], does: 'Go to the prompt', where: 'studio' },
  { keys: ['/'], does: 'Find an interface', where: 'home' },
  { keys: ['1'], does: 'Show the interface', where: 'studio' },
  { keys: ['2'], does: 'Show the source', where: 'studio' },
  { keys: ['3'], does: 'Show the data calls', where: 'studio' },
  { keys: ['W'], does: 'Where does this come from?', where: 'studio' },
  { keys: ['S'], does: 'Share', where: 'studio' },
  { keys: ['E'], does: 'Export, or bring a project back', where: 'studio' },
  { keys: ['R'], does: 'Remix', where: 'studio' },
  { keys: ['F'], does: 'Add to your favourites', where: 'studio' },
  { keys: ['P'], does: 'Pin to the home page', where: 'studio' },
  { keys: ['?'], does: 'Show the keys', where: 'everywhere' },
] as const;

/** True where a key press belongs to a field that is being typed into. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}

/** Looks at the guest's document from inside of it while a program is being written. */

/** What was there after a change of the document. `at` is milliseconds since the epoch. */
export type Sample = {
  at: number;
  text: string;
  /** Element nodes in the program's root. */
  elements: number;
  /** Element nodes that this change took away. */
  removed: number;
  /** Whether the first text field is the same node, has the focus, what was typed and the selection; null while there is none. */
  kept: boolean | null;
};

/** One animation frame of the guest; it is done with the task after it. */
export type ShownFrame = { began: number; done: number };

declare global {
  interface Window {
    samples: Sample[];
    shownFrames: ShownFrame[];
  }
}

/** Evaluated in the guest. Types into the first text field as soon as there is one, and watches over it from then on. */
export function installProbe(): void {
  const samples: Sample[] = [];
  window.samples = samples;
  const root = document.getElementById('root')!;
  const now = () => performance.timeOrigin + performance.now();
  let field: HTMLInputElement | null = null;

  function type(found: HTMLInputElement): void {
    field = found;
    found.focus();
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')!.set!.call(found, 'kept');
    found.dispatchEvent(new InputEvent('input', { bubbles: true }));
    found.setSelectionRange(1, 3);
  }

  new MutationObserver((records) => {
    let removed = 0;
    for (const record of records) for (const node of record.removedNodes) if (node instanceof Element) removed += 1 + node.getElementsByTagName('*').length;
    const kept = field && field.isConnected && document.activeElement === field && field.value === 'kept' && field.selectionStart === 1 && field.selectionEnd === 3;
    samples.push({ at: now(), text: root.textContent!.slice(0, 20_000), elements: root.getElementsByTagName('*').length, removed, kept });
    if (field) return;
    const found = root.querySelector<HTMLInputElement>('input:not([type]), input[type=text], input[type=search]');
    if (found && !found.disabled) type(found);
  }).observe(root, { subtree: true, childList: true, characterData: true, attributes: true });
}

/** Evaluated in the guest. Notes its frames, and nothing else: looking at the document takes time that a swap hasn't. */
export function installFrameProbe(): void {
  const frames: ShownFrame[] = [];
  window.shownFrames = frames;
  const now = () => performance.timeOrigin + performance.now();
  const tasks = new MessageChannel();
  let began = 0;
  tasks.port1.onmessage = () => void frames.push({ began, done: now() });
  requestAnimationFrame(function frame() {
    began = now();
    tasks.port2.postMessage(null);
    requestAnimationFrame(frame);
  });
}

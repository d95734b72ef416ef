import type { Outgoing } from '@/lib/bridge/messages';
import { fileToSave } from '@/lib/sandbox/download';
import { element } from './element';

type Question = { title: string; shown: string | null; action: string; act(): void | Promise<void> };

let isAsking = false;

/** What a click inside the interface would do outside of it: the person sees all of it first. One question at a time. */
export function askAbout(outgoing: Outgoing): void {
  if (isAsking) return;
  isAsking = true;
  const { title, shown, action, act } = questionOf(outgoing);
  const dialog = element('dialog', { 'aria-label': title });
  const end = () => dialog.close();
  const doIt = () => {
    end();
    void Promise.resolve(act()).catch(() => undefined);
  };
  dialog.append(
    element('h2', {}, title),
    ...(shown === null ? [] : [element('p', { class: 'shown-text', tabindex: '0' }, shown)]),
    element('div', { class: 'row end' }, element('button', { type: 'button', click: end }, 'Not now'), element('button', { type: 'button', class: 'primary', click: doIt }, action)),
  );
  dialog.addEventListener('close', () => {
    dialog.remove();
    isAsking = false;
  });
  document.body.append(dialog);
  dialog.showModal();
}

function questionOf(outgoing: Outgoing): Question {
  if (outgoing.type === 'link') return { title: 'Open this address?', shown: outgoing.href, action: 'Open in a new tab', act: () => void window.open(outgoing.href, '_blank', 'noopener,noreferrer') };
  if (outgoing.type === 'copy') return { title: 'Copy this?', shown: outgoing.text, action: 'Copy', act: () => navigator.clipboard.writeText(outgoing.text) };
  if (outgoing.type === 'print') return { title: 'Print the interface?', shown: null, action: 'Print', act: () => void setTimeout(() => print(), 0) };
  try {
    const file = fileToSave(outgoing.name, outgoing.url);
    return { title: 'Save this file?', shown: file.name, action: 'Save', act: () => saveFile(file.name, new Blob([file.bytes], { type: file.kind })) };
  } catch {
    return { title: 'What the interface made is no whole file.', shown: null, action: 'Close', act: () => undefined };
  }
}

/** Gives a file to the person's downloads. */
export function saveFile(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  element('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

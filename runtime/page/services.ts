import { type GuestMessage, MAX_COPY_UNITS, MAX_DOWNLOAD_UNITS } from '../../lib/bridge/messages';
import { hearDetachedLinks } from '../lock/document';
import { downloadNameOf, hrefOf, isByPerson } from '../lock/native';
import { replace } from '../lock/replace';
import { watchLinks } from './links';

type Send = (message: GuestMessage) => void;

/**
 * What leaves the interface at a person's click: links, copies, files, print. Programs ask in the ways that browsers have; the
 * host draws what is asked, and does it or not. Without a click nothing is asked.
 */
export function openServices(send: Send): void {
  const blobs = rememberBlobs();
  const download = (href: string, name: string) => void save(href, name, blobs, send);
  watchLinks({ onLink: (href) => send({ type: 'link', href }), onDownload: download });
  hearDetachedLinks((link) => {
    const href = hrefOf(link);
    const name = downloadNameOf(link);
    if (href !== null && name !== null && isByPerson()) download(href, name);
  });
  replace(Navigator.prototype, 'clipboard', { writeText: async (text: unknown) => copy(`${text as string}`, send) });
  replace(globalThis, 'print', () => void (isByPerson() && send({ type: 'print' })));
}

function copy(text: string, send: Send): void {
  if (!isByPerson()) throw new DOMException('Copying needs a click.', 'NotAllowedError');
  if (text.length > MAX_COPY_UNITS) throw new DOMException(`At most ${MAX_COPY_UNITS.toLocaleString('en')} characters can be copied.`, 'QuotaExceededError');
  send({ type: 'copy', text });
}

/** The policy lets nothing be fetched, blobs included, so what an address stands for is noted when it's made. */
function rememberBlobs(): Map<string, Blob> {
  const blobs = new Map<string, Blob>();
  const { createObjectURL, revokeObjectURL } = URL;
  replace(URL, 'createObjectURL', (object: Blob) => {
    const url = createObjectURL(object);
    if (object instanceof Blob) blobs.set(url, object);
    return url;
  });
  replace(URL, 'revokeObjectURL', (url: string) => (blobs.delete(url), revokeObjectURL(url)));
  return blobs;
}

async function save(href: string, name: string, blobs: ReadonlyMap<string, Blob>, send: Send): Promise<void> {
  const blob = blobs.get(href) ?? blobOfDataUrl(href);
  if (!blob) throw new Error('Only what the interface made itself can be saved: a Blob, or a data: address.');
  const url = await asDataUrl(blob);
  if (url.length > MAX_DOWNLOAD_UNITS) throw new Error(`The file is too large to be saved from an interface (at most ${MAX_DOWNLOAD_UNITS.toLocaleString('en')} characters as base64).`);
  send({ type: 'download', name: name.slice(0, 200), url });
}

function blobOfDataUrl(href: string): Blob | null {
  const [, type, base64, content] = /^data:([^,;]*)(?:;[^,;]*)*?(;base64)?,(.*)$/s.exec(href) ?? [];
  if (content === undefined) return null;
  try {
    // A percent sign that stands for nothing else stands for itself.
    const text = decodeURIComponent(content.replaceAll(/%(?![\da-f]{2})/gi, '%25'));
    return new Blob([base64 ? Uint8Array.from(atob(text), (char) => char.charCodeAt(0)) : text], { type });
  } catch {
    return null;
  }
}

function asDataUrl(blob: Blob): Promise<string> {
  const reader = new FileReader();
  return new Promise((resolve, reject) => {
    reader.addEventListener('load', () => resolve(reader.result as string));
    reader.addEventListener('error', () => reject(new Error('The file could not be read.')));
    // Without parameters: the host knows kinds, and text is UTF-8 here.
    reader.readAsDataURL(blob.slice(0, blob.size, blob.type.split(';', 1)[0]));
  });
}

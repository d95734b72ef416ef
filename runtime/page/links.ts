import { downloadNameOf, hrefOf, isByPerson, linkInPath, prevent } from '../lock/native';
import { actInstead } from './instead';

export type LinkEvents = {
  /** A link leads out of the interface. */
  onLink(href: string): void;
  /** A link to be saved under a name, which may be empty. */
  onDownload(href: string, name: string): void;
};

/**
 * No link is ever followed inside the frame: one to a place in the page scrolls there, any other is told to the host where a
 * person clicked it.
 */
export function watchLinks(events: LinkEvents): void {
  addEventListener(
    'click',
    (event) => {
      const link = linkInPath(event);
      if (!link) return;
      prevent(event);
      const href = hrefOf(link);
      if (href === null || !isByPerson(event)) return;
      const name = downloadNameOf(link);
      actInstead(event, () => follow(href, name, events));
    },
    true,
  );
  // Firefox opens a connection to a link's host as soon as the button is down.
  addEventListener('mousedown', (event) => linkInPath(event) && actInstead(event, () => {}), true);
  addEventListener('auxclick', (event) => linkInPath(event) && prevent(event), true);
  // Dragging a link or a file onto the frame would navigate it.
  addEventListener('dragover', preventUnhandled);
  addEventListener('drop', preventUnhandled);
}

function follow(href: string, name: string | null, { onLink, onDownload }: LinkEvents): void {
  if (href.startsWith('#')) scrollTo(href.slice(1));
  else if (name !== null) onDownload(href, name);
  else if (isAddress(href)) onLink(href);
}

function isAddress(href: string): boolean {
  return /^(https?:\/\/|mailto:|tel:)/i.test(href);
}

function scrollTo(id: string): void {
  const place = id === '' ? document.body : document.getElementById(decodeURIComponent(id));
  place?.scrollIntoView({ block: 'start' });
}

function preventUnhandled(event: Event): void {
  event.preventDefault();
}

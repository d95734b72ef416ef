import { actInstead } from './instead';

/** No link is ever followed inside the frame: one to a place in the page scrolls there, any other is told to `onLink`. */
export function watchLinks(onLink: (href: string) => void): void {
  addEventListener(
    'click',
    (event) => {
      const link = linkOf(event);
      if (!link) return;
      const href = link.getAttribute('href') ?? link.getAttributeNS('http://www.w3.org/1999/xlink', 'href') ?? '';
      actInstead(event, () => (href.startsWith('#') ? scrollTo(href.slice(1)) : isAddress(href) && onLink(href)));
    },
    true,
  );
  addEventListener('auxclick', (event) => linkOf(event) && event.preventDefault(), true);
  // Dragging a link or a file onto the frame would navigate it.
  addEventListener('dragover', preventUnhandled);
  addEventListener('drop', preventUnhandled);
}

function linkOf(event: Event): Element | null {
  for (const node of event.composedPath()) {
    if (!(node instanceof Element) || !/^(a|area)$/i.test(node.localName)) continue;
    if (node.hasAttribute('href') || node.hasAttributeNS('http://www.w3.org/1999/xlink', 'href')) return node;
  }
  return null;
}

function isAddress(href: string): boolean {
  return /^(https?|mailto|tel):/i.test(href);
}

function scrollTo(id: string): void {
  const place = id === '' ? document.body : document.getElementById(decodeURIComponent(id));
  place?.scrollIntoView({ block: 'start' });
}

function preventUnhandled(event: Event): void {
  event.preventDefault();
}

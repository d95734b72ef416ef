/**
 * The frame's document: the proxy, and within it the guest, which has no origin and inherits the proxy's policy. It's one
 * file because nothing in it may fetch, and only what the first paint needs is in it: it's what every cold start waits for.
 */

/** @param guest @param proxy scripts that don't spell their own end */
export function frameDocument(guest: string, proxy: string): string {
  const inner = `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta http-equiv="x-dns-prefetch-control" content="off"><title>Interface</title><style>${TYPEFACE}</style></head><body><script>${guest}</script></body></html>`;
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Interface</title><style>html,body,iframe{display:block;width:100%;height:100%;margin:0;border:0;overflow:hidden}</style></head><body><iframe title="Interface" sandbox="allow-scripts" allow="" referrerpolicy="no-referrer" srcdoc='${inSingleQuotes(inner)}'></iframe><script>${proxy}</script></body></html>`;
}

/**
 * What stands for Geist until the host has sent it: a face of the machine's own, with Geist's measures (those that
 * next/font computes for the app's pages), so that no line breaks elsewhere when it comes.
 */
const TYPEFACE =
  "@font-face{font-family:'Geist Fallback';src:local(Arial),local('Liberation Sans');size-adjust:106.28%;ascent-override:94.56%;descent-override:27.76%;line-gap-override:0%}" +
  ":root{--font-geist-sans:Geist,'Geist Fallback'}";

/** Minified code has double quotes everywhere and single ones hardly; an ampersand means something before a name or `#` only. */
function inSingleQuotes(html: string): string {
  return html.replaceAll(/&(?=[a-z#])/gi, '&amp;').replaceAll("'", '&#39;');
}

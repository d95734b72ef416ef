import { gzipSync } from 'node:zlib';
import type { Shell } from './messages';

/** A page as it is sent: whole, and compressed. */
export type Page = { plain: Buffer; gzip: Buffer };

export type PageParts = {
  title: string;
  /** For link previews; null where a preview is to say nothing. */
  preview: { title: string; url: string; picture: string | null } | null;
  shell: Shell;
  /** The address of the page's script. */
  script: string;
  style: string;
};

export function pageOf({ title, preview, shell, script, style }: PageParts): Page {
  const tags = preview === null ? '' : previewTags(preview);
  return rendered(
    `<!doctype html><html lang="en"><head>${head(title, style)}${tags}<script src="${attribute(script)}" defer></script></head>` +
      `<body><main id="stage"><div class="waiting" aria-hidden="true"><i></i><i></i><i></i></div><noscript>This page needs JavaScript.</noscript></main>` +
      `<script type="application/json" id="shell">${json(shell)}</script></body></html>`,
  );
}

/** The one page for whatever isn't there: never was, is over, is paused, was opened often enough. */
export function gonePage(style: string): Page {
  return rendered(
    `<!doctype html><html lang="en"><head>${head('Nothing here', style)}</head><body><main id="stage"><div class="notice"><h1>There is nothing at this address</h1>` +
      `<p>The link may have been cut short, or what it showed is no longer shared. Ask whoever sent it to you.</p></div></main></body></html>`,
  );
}

/** What stands within a site that may not show a link's page. */
export function elsewherePage(style: string): Page {
  return rendered(
    `<!doctype html><html lang="en"><head>${head('Not shown here', style)}</head><body><main id="stage"><div class="notice"><h1>This site may not show it</h1>` +
      `<p>An interface was put into this page, and its owner hasn’t allowed this site to show it. They can add the site to the link.</p></div></main></body></html>`,
  );
}

function head(title: string, style: string): string {
  return (
    `<meta charset="utf-8"><title>${text(title)}</title><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="robots" content="noindex, nofollow">` +
    `<meta name="color-scheme" content="light dark"><link rel="icon" href="data:,"><style>${style}</style>`
  );
}

function previewTags({ title, url, picture }: NonNullable<PageParts['preview']>): string {
  const tag = (property: string, content: string) => `<meta property="${property}" content="${attribute(content)}">`;
  const shown = picture === null ? '' : tag('og:image', picture) + tag('twitter:card', 'summary_large_image');
  return tag('og:title', title) + tag('og:type', 'website') + tag('og:url', url) + shown;
}

function rendered(html: string): Page {
  const plain = Buffer.from(html);
  return { plain, gzip: gzipSync(plain) };
}

/** What may be used of a page: one script by its address, this style by its hash, our own server, the sandbox's frames. */
export function pagePolicy({ script, styleHash, sandboxOrigin, ancestors }: { script: string | null; styleHash: string; sandboxOrigin: string; ancestors: readonly string[] }): string {
  return [
    "default-src 'none'",
    `script-src ${script ?? "'none'"}`,
    `style-src 'sha256-${styleHash}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    `frame-src ${sandboxOrigin}`,
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${ancestors.length > 0 ? ancestors.join(' ') : "'none'"}`,
  ].join('; ');
}

function text(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function attribute(value: string): string {
  return text(value).replaceAll('"', '&quot;');
}

/** JSON that no tag ends. */
function json(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

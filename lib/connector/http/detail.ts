import type { HttpAnswer } from './message';
import type { Secrets } from './secrets';
import { mediaKind } from './media-type';

/** UTF-16 units of an error's body that are told: room for the reasons that APIs give, not for their pages. */
export const MAX_DETAIL_UNITS = 1000;

/** UTF-16 units of a body that are looked at for that. */
const MAX_LOOKED_AT = 16_000;

/** What an answer says, short and without secrets; undefined where it says nothing in text. */
export function detailOf({ headers, body }: HttpAnswer, secrets: Secrets): string | undefined {
  const contentType = headers['content-type'] ?? 'text/plain';
  if (['bytes', 'multipart'].includes(mediaKind(contentType))) return undefined;
  // Masked before it is cut: the beginning of a secret is a secret. Twice, since JSON may spell it in escapes.
  const text = secrets.mask(compact(secrets.mask(String(body)), contentType)).slice(0, MAX_LOOKED_AT);
  const told = (contentType.includes('html') ? withoutTags(text) : text).replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return told.length > MAX_DETAIL_UNITS ? `${told.slice(0, MAX_DETAIL_UNITS)}…` : told || undefined;
}

function compact(text: string, contentType: string): string {
  if (mediaKind(contentType) !== 'json') return text;
  try {
    return JSON.stringify(JSON.parse(text));
  } catch {
    return text;
  }
}

function withoutTags(html: string): string {
  return html.replace(/<(script|style)\b[^<]*/gi, ' ').replace(/<[^<>]*>/g, ' ');
}

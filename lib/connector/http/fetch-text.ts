import { CallError } from '../contract';
import { Sender } from './sender';

/** Bytes of a text: Microsoft Graph's specification has 35 million. */
const MAX_TEXT_BYTES = 64_000_000;

/** Milliseconds: a large specification from a slow server. */
const MAX_TEXT_MS = 60_000;

/**
 * The text at an address, with what every request out is held to: redirects stay on its host, private addresses only where they
 * are allowed. Rejects with a CallError.
 */
export async function fetchText(address: string, { allowPrivate }: { allowPrivate: boolean }): Promise<string> {
  const url = new URL(address);
  const sender = new Sender({ hosts: [url], allowPrivate, ms: MAX_TEXT_MS, bytes: MAX_TEXT_BYTES });
  try {
    const headers = { accept: 'application/json, application/yaml, text/yaml, */*;q=0.5' };
    const { status, body } = await sender.send({ method: 'GET', url, headers, body: null }, new AbortController().signal);
    if (status < 200 || status > 299) throw new CallError({ code: 'http-error', message: `${url.hostname} answered with ${status}.`, status, retryable: status >= 500 });
    return body.toString('utf8').replace(/^\ufeff/, '');
  } finally {
    await sender.close();
  }
}

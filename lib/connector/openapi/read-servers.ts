import { isRecord, listOf, own, recordOf, textOf } from '../json-schema/json-value';
import type { Notes } from '../json-schema/notes';

/**
 * Base addresses, absolute and without a slash at the end, variables filled with their defaults, encrypted ones first. Relative ones are resolved against the address that
 * the specification came from; where there is none they are left out, with a note.
 */
export function readServers(servers: unknown, address: string | undefined, notes: Notes): string[] {
  const found: string[] = [];
  for (const server of listOf(servers)) {
    const template = textOf(own(server, 'url'));
    if (template === undefined) continue;
    const filled = template.length > MAX_ADDRESS_UNITS ? null : fill(template, recordOf(own(server, 'variables')));
    const url = filled === null ? null : absolute(filled, address);
    if (url) found.push(url);
    else notes.add(`The server ${JSON.stringify(template.slice(0, 200))} has no full address that could be called, and was left out.`);
  }
  const encrypted = found.filter((url) => url.startsWith('https:'));
  return [...new Set([...encrypted, ...found])];
}

/** UTF-16 units of an address; browsers stop at about as many. */
const MAX_ADDRESS_UNITS = 2_000;

function fill(template: string, variables: Record<string, unknown>): string | null {
  let complete = true;
  const filled = template.replace(/\{([^{}]{1,100})\}/g, (_, name: string) => {
    const variable = own(variables, name);
    const value = isRecord(variable) ? (variable.default ?? listOf(variable.enum)[0]) : undefined;
    if (typeof value !== 'string' && typeof value !== 'number') complete = false;
    return String(value);
  });
  return complete ? filled : null;
}

function absolute(text: string, address: string | undefined): string | null {
  const url = URL.canParse(text, address) ? new URL(text, address) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username !== '' || url.password !== '') return null;
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}

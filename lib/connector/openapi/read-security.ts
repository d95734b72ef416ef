import { isPrototypeName, isRecord, type JsonRecord, listOf, recordOf, textOf, textsOf } from '../json-schema/json-value';
import type { Notes } from '../json-schema/notes';
import type { References } from '../json-schema/references';
import type { SecurityScheme } from './request-plan';

/**
 * The schemes by name. `wanted` has the scopes that operations ask for, by scheme: no more than these are requested.
 */
export function readSecuritySchemes(
  schemes: JsonRecord,
  wanted: ReadonlyMap<string, ReadonlySet<string>>,
  { references, notes, address }: { references: References; notes: Notes; address: string | undefined },
): Record<string, SecurityScheme> {
  const read: Record<string, SecurityScheme> = {};
  for (const [name, value] of Object.entries(schemes)) {
    const scheme = references.follow(value);
    if (!scheme || isPrototypeName(name)) continue;
    read[name] = readScheme(scheme, [...(wanted.get(name) ?? [])], address);
  }
  for (const name of wanted.keys()) if (!Object.hasOwn(read, name)) notes.add(`The security scheme ${JSON.stringify(name.slice(0, 100))} is asked for, but nowhere described.`);
  return read;
}

function readScheme(scheme: JsonRecord, scopes: string[], address: string | undefined): SecurityScheme {
  const type = String(scheme.type);
  const name = textOf(scheme.name);
  if (type === 'apiKey' && name) {
    if (scheme.in === 'header' || scheme.in === 'query' || scheme.in === 'cookie') return { kind: scheme.in, name };
  }
  if (type === 'http') {
    const kind = String(scheme.scheme).toLowerCase();
    return kind === 'bearer' || kind === 'basic' ? { kind } : { kind: 'other', description: `HTTP ${kind}`.slice(0, 100) };
  }
  if (type === 'oauth2') {
    const flow = recordOf(scheme.flows).clientCredentials;
    const token = isRecord(flow) ? textOf(flow.tokenUrl) : undefined;
    if (isRecord(flow) && token && URL.canParse(token, address)) {
      return { kind: 'client-credentials', tokenUrl: new URL(token, address).href, scopes: scopes.length > 0 ? scopes : Object.keys(recordOf(flow.scopes)) };
    }
    return { kind: 'other', description: `OAuth 2 (${Object.keys(recordOf(scheme.flows)).join(', ').slice(0, 100)})` };
  }
  return { kind: 'other', description: type === 'openIdConnect' ? 'OpenID Connect' : type === 'mutualTLS' ? 'a client certificate' : type.slice(0, 100) };
}

/** The sets of schemes of which one has to be sent. An operation's own list wins over the document's, an empty one too. */
export function readRequirements(operation: unknown, document: unknown, wanted: Map<string, Set<string>>): string[][] {
  const requirements = Array.isArray(operation) ? operation : listOf(document);
  return requirements.filter(isRecord).map((requirement) => {
    for (const [name, scopes] of Object.entries(requirement)) {
      const all = wanted.get(name) ?? new Set<string>();
      for (const scope of textsOf(scopes)) all.add(scope);
      wanted.set(name, all);
    }
    return Object.keys(requirement);
  });
}

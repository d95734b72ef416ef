import { readFileSync } from 'node:fs';

type NetLog = { constants: { logEventTypes: Record<string, number> }; events: { type: number; params?: { host?: string } }[] };

/** The names that Chromium resolved, from its log of the network; read once the browser is closed. */
export function namesResolved(file: string): Set<string> {
  const { constants, events } = JSON.parse(readFileSync(file, 'utf8')) as NetLog;
  const resolve = constants.logEventTypes.HOST_RESOLVER_MANAGER_REQUEST;
  const hosts = events.filter(({ type }) => type === resolve).map(({ params }) => /([a-z0-9-]+)\.localhost/.exec(params?.host ?? '')?.[1]);
  return new Set(hosts.filter((host) => host !== undefined));
}

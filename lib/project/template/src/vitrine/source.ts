/**
 * Where rows come from: the snapshot; the server, with a token that reads what this program's functions read; or the page this
 * project runs in (a WebContainer), which passes calls on.
 */
export type Source = 'snapshot' | 'server' | 'page';

const env: Record<string, string | undefined> = import.meta.env;

export const server = { url: env.VITE_VITRINE_URL, token: env.VITE_VITRINE_TOKEN };
/** The origin of that page. */
export const page = env.VITE_VITRINE_PAGE;

export const source: Source = page ? 'page' : server.url && server.token ? 'server' : 'snapshot';

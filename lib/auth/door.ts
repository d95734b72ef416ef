/**
 * The door of local mode: the server listens on loopback only, and whoever can open a page there is the owner. So what
 * has to be kept out is other *sites* in the owner's browser: a foreign name that resolves to this machine (DNS
 * rebinding, caught by Host) and a page that posts here (caught by Origin and Sec-Fetch-Site).
 */
export type DoorRequest = {
  method: string;
  path: string;
  host: string | undefined;
  origin: string | undefined;
  /** `Sec-Fetch-Site`, sent by every current browser. */
  fetchSite: string | undefined;
};

export type Site = 'app' | 'sandbox';
export type Refusal = { status: 403 | 421; message: string };

/** Which of the two sites is asked for, or why nobody answers. */
export function openDoor(request: DoorRequest, sites: { appOrigin: string; sandboxOrigin: string }): Site | Refusal {
  const host = request.host?.toLowerCase();
  if (isOf(host, sites.sandboxOrigin)) return 'sandbox';
  if (host !== new URL(sites.appOrigin).host) {
    return { status: 421, message: `This server answers at ${sites.appOrigin} only.` };
  }
  return isForeign(request, sites.appOrigin) ? { status: 403, message: 'Requests from other sites are refused.' } : 'app';
}

/** Whether a host is an origin's; a wildcard stands for one name before the first dot. */
function isOf(host: string | undefined, origin: string): boolean {
  const named = origin.split('://')[1]!;
  if (!named.startsWith('*.')) return host === named;
  const dot = host?.indexOf('.') ?? -1;
  return dot > 0 && host!.slice(dot) === named.slice(1);
}

/** Where data functions are asked for, by one name and nothing that could lead elsewhere. */
const DATA = /^\/api\/data\/[\w-]+$/;

/** Where somebody comes back from a provider that they have an account with. What they bring is looked at there. */
const RETURN = /^\/api\/auth\/(?:oauth2\/)?callback\/[\w-]+(?:\?|$)/;

function isForeign(request: DoorRequest, appOrigin: string): boolean {
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (DATA.test(request.path)) return false; // A token opens that, whoever brings it; being here counts for nothing.
  if (reads && RETURN.test(request.path)) return false;
  if (reads && !request.path.startsWith('/api/')) return false; // Opening a link to a page is what links are for.
  if (request.origin !== undefined && request.origin !== appOrigin) return true;
  return request.fetchSite !== undefined && request.fetchSite !== 'same-origin' && request.fetchSite !== 'none';
}

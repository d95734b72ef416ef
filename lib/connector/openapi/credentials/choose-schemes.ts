import type { ApiPlan } from '../request-plan';

/**
 * The schemes by which an operation is sent: the first set that can be served whole, one with credentials before one
 * without. Empty where none can be, or none is needed: many APIs answer to anybody, whatever their specification says.
 */
export function chooseSchemes(security: readonly (readonly string[])[], canServe: (scheme: string) => boolean): readonly string[] {
  return security.find((set) => set.length > 0 && set.every(canServe)) ?? [];
}

/**
 * Schemes that no operation mentions. Specifications often leave out who may ask (GitHub's does); a scheme that stands
 * there nevertheless, with credentials, is meant for all of them.
 */
export function unmentionedSchemes({ requests, security }: ApiPlan): string[] {
  const mentioned = new Set(Object.values(requests).flatMap((request) => request.security.flat()));
  return Object.keys(security).filter((scheme) => !mentioned.has(scheme));
}

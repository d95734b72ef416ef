import { lookup as lookupHost } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import { CallError } from '../contract';
import { addressProblem } from './address';
import { MAX_CONNECT_MS } from './limits';
import { refused } from './own-hosts';

export type HostAddress = { address: string; family: number };

/** All addresses of a host name. */
export type Resolve = (hostname: string) => Promise<HostAddress[]>;

export type Guard = { allowPrivate: boolean; resolve?: Resolve };

const ask: Resolve = (hostname) => lookupHost(hostname, { all: true });

/**
 * What undici makes its connections with. A name is resolved once, its addresses are checked, and the connection goes to one
 * of those: a name that means another address a moment later (DNS rebinding) has no second say. The address at the other end
 * is looked at once more before anything of a request is sent.
 */
export function guardedConnect({ allowPrivate, resolve = ask }: Guard, build: typeof buildConnector = buildConnector): buildConnector.connector {
  const connect = build({ lookup: checkedLookup(allowPrivate, resolve), allowH2: false, timeout: MAX_CONNECT_MS });
  return (options, callback) => {
    const literal = isIP(options.hostname) ? refusal(options.hostname, [options.hostname], allowPrivate) : null;
    if (literal) return callback(literal, null);
    connect(options, (...[error, socket]) => {
      if (error) return callback(error, null);
      const wrong = refusal(options.hostname, [socket!.remoteAddress ?? ''], allowPrivate);
      if (!wrong) return callback(null, socket!);
      socket!.destroy();
      callback(wrong, null);
    });
  };
}

/** Looks a name up for a socket, and fails where one of its addresses isn't allowed. */
export function checkedLookup(allowPrivate: boolean, resolve: Resolve = ask): LookupFunction {
  return (hostname, options, callback) => {
    const answer = (addresses: HostAddress[]) => {
      // One wrong address among right ones is enough: nobody has such a host by accident.
      const wrong = refusal(hostname, addresses.map(({ address }) => address), allowPrivate);
      const first = addresses[0];
      if (wrong) callback(wrong, []);
      else if (!first) callback(new CallError({ code: 'unavailable', message: `There is no address for ${hostname}.`, retryable: true }), []);
      else if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    };
    resolve(hostname).then(answer, (error: NodeJS.ErrnoException) => callback(error, []));
  };
}

/** Why a host may not be connected to at these addresses; null where it may. */
export function refusal(hostname: string, addresses: readonly string[], allowPrivate: boolean): CallError | null {
  for (const address of addresses) {
    const problem = addressProblem(address, allowPrivate);
    if (problem) return refused(`${hostname} is refused: it is ${problem}.`, allowPrivate ? undefined : 'An admin can allow private addresses for this connection.');
  }
  return null;
}

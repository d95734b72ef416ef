import type { ConnectionOptions } from 'node:tls';
import type { Resolve } from '../http/guarded-connect';

/** A database on a server, and as whom it is asked. */
export type DatabaseServer = {
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  tls: Tls;
  /** Whether it may be on this machine or in a private network. */
  allowPrivate: boolean;
  /** The only schemas that are read; all where it's empty. */
  schemas: readonly string[];
  resolve?: Resolve;
};

/** `ca` is in PEM: the only authority that is believed then. */
export type Tls = { use: true; ca?: string } | { use: false };

/** What a driver makes its encrypted connection with; a certificate that doesn't name the host ends it. */
export function tlsOptions(tls: Tls): ConnectionOptions | false {
  return tls.use && { rejectUnauthorized: true, minVersion: 'TLSv1.2', ...(tls.ca && { ca: tls.ca }) };
}

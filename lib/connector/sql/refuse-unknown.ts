import { CallError } from '../contract';

/** @throws CallError where a database is asked for anything but `sql` */
export function refuseUnknown(operation: string): void {
  if (operation === 'sql') return;
  throw new CallError({ code: 'unknown-operation', message: `There is no operation '${operation.slice(0, 40)}'; a database has 'sql'.`, retryable: false });
}

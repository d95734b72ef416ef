import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** Tests only: whether certificates can be made on this machine. */
export function canMakeCertificates(): boolean {
  return spawnSync('openssl', ['version']).status === 0;
}

export type TestCertificates = { /** In PEM. */ ca: string; certFile: string; keyFile: string };

/** Tests only: an authority of its own, and what it says of a server called `db.example.com` or 127.0.0.1. */
export function makeCertificates(folder: string): TestCertificates {
  const file = (name: string) => path.join(folder, name);
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  writeFileSync(file('names'), 'subjectAltName = DNS:db.example.com, IP:127.0.0.1');
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.crt', '-days', '2', '-subj', '/CN=A test authority');
  openssl('req', ...key, '-keyout', 'server.key', '-out', 'server.csr', '-subj', '/CN=db.example.com');
  openssl('x509', '-req', '-in', 'server.csr', '-CA', 'ca.crt', '-CAkey', 'ca.key', '-CAcreateserial', '-days', '2', '-extfile', 'names', '-out', 'server.crt');
  return { ca: readFileSync(file('ca.crt'), 'utf8'), certFile: file('server.crt'), keyFile: file('server.key') };
}

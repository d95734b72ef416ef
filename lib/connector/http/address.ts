import ipaddr from 'ipaddr.js';

/** Addresses that a cloud's machines ask for their own credentials, some in ranges that look public. */
const METADATA = new Set(['169.254.169.254', '169.254.170.2', '169.254.170.23', '100.100.100.200', '168.63.129.16', '192.0.0.192', 'fd00:ec2::254', 'fd00:ec2::23', 'fd20:ce::254']);

/** Ranges that an admin may allow: machines of one's own. */
const OWN_RANGES = new Set(['loopback', 'private', 'uniqueLocal', 'linkLocal', 'carrierGradeNat']);

/** Where the world's own IPv6 addresses are; what lies outside is local, embedded IPv4, or nobody's. */
const GLOBAL_IPV6: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/**
 * Why no connection may be made to an IP address, in a few words; null where it may. Other spellings of IPv4 in IPv6 (mapped,
 * NAT64, 6to4, Teredo), multicast, unspecified and metadata addresses are refused even where private ones are allowed.
 */
export function addressProblem(address: string, allowPrivate: boolean): string | null {
  if (!ipaddr.isValid(address) || address.includes('%')) return 'no address';
  const ip = ipaddr.parse(address);
  if (METADATA.has(ip.toString())) return 'a metadata address';
  const range: string = ip.range();
  if (OWN_RANGES.has(range)) return allowPrivate ? null : `a ${RANGE_WORDS[range] ?? range} address`;
  if (range !== 'unicast') return `a ${RANGE_WORDS[range] ?? range} address`;
  return ip.kind() === 'ipv6' && !ip.match(GLOBAL_IPV6) ? 'no public address' : null;
}

const RANGE_WORDS: Record<string, string> = {
  uniqueLocal: 'private',
  linkLocal: 'link-local',
  carrierGradeNat: 'private',
  ipv4Mapped: 'mapped IPv4',
  rfc6052: 'NAT64',
  rfc6145: 'translated IPv4',
};

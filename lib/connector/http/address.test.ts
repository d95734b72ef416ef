import { expect, test } from 'vitest';
import { addressProblem } from './address';

const OWN = ['127.0.0.1', '127.8.8.8', '::1', '10.0.0.1', '172.16.0.1', '172.31.255.255', '192.168.1.1', '100.64.0.1', '169.254.1.1', 'fe80::1', 'fd12:3456::1'];

const NEVER = [
  '169.254.169.254', '169.254.170.2', '100.100.100.200', '168.63.129.16', '192.0.0.192', 'fd00:ec2::254', // metadata
  '0.0.0.0', '0.1.2.3', '::', // unspecified
  '224.0.0.1', '239.255.255.250', 'ff02::1', '255.255.255.255', '240.0.0.1', // multicast, broadcast, reserved
  '::ffff:127.0.0.1', '::ffff:8.8.8.8', '::ffff:7f00:1', '::127.0.0.1', '::8.8.8.8', '::ffff:0:127.0.0.1', // IPv4 in IPv6
  '64:ff9b::7f00:1', '64:ff9b::8.8.8.8', '64:ff9b:1::1', '2002:7f00:1::', '2001:0:7f00:1::', // NAT64, 6to4, Teredo
  '192.0.2.1', '198.18.0.1', '203.0.113.9', '2001:db8::1', '100::1', 'fec0::1', '4000::1', // nobody's
  'fe80::1%eth0', '', 'localhost', '127.0.0.1.', '8.8.8.8 ', // no addresses
];

test.each(['8.8.8.8', '1.1.1.1', '140.82.121.6', '2606:4700::1111', '2a00:1450:4001:80b::200e'])('%s is public', (address) => {
  expect(addressProblem(address, false)).toBeNull();
});

test.each(OWN)('%s is for those who may', (address) => {
  expect(addressProblem(address, false)).toEqual(expect.any(String));
  expect(addressProblem(address, true)).toBeNull();
});

test.each(NEVER)('%s is for nobody', (address) => {
  expect(addressProblem(address, false)).toEqual(expect.any(String));
  expect(addressProblem(address, true)).toEqual(expect.any(String));
});

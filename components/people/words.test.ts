import { expect, test } from 'vitest';
import { addressInWords, browserInWords, rolesToGive } from './words';

test('owners are made and unmade by owners, and nobody below an admin gives roles', () => {
  expect(rolesToGive('owner', 'owner')).toEqual(['owner', 'admin', 'member', 'viewer']);
  expect(rolesToGive('owner', 'viewer')).toEqual(['owner', 'admin', 'member', 'viewer']);
  expect(rolesToGive('admin', 'admin')).toEqual(['admin', 'member', 'viewer']);
  expect(rolesToGive('admin', 'owner')).toEqual([]);
  expect(rolesToGive('member', 'viewer')).toEqual([]);
  expect(rolesToGive('viewer', 'viewer')).toEqual([]);
});

test.each([
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36', 'Chrome on Windows'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0', 'Edge on Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15', 'Safari on macOS'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1', 'Chrome on iPhone'],
  ['Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'Chrome on Android'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox on Linux'],
  ['curl/8.5.0', 'A browser that doesn’t say what it is'],
  [null, 'A browser that doesn’t say what it is'],
])('%s', (userAgent, words) => {
  expect(browserInWords(userAgent)).toBe(words);
});

test.each([
  ['127.0.0.1', 'this machine'],
  ['::ffff:127.0.0.1', 'this machine'],
  ['::1', 'this machine'],
  ['0000:0000:0000:0000:0000:0000:0000:0000', 'this machine'],
  ['10.1.2.3', '10.1.2.3'],
  ['2001:0db8:0000:0000:0000:0000:0000:0000', '2001:0db8:0000:0000:0000:0000:0000:0000'],
])('%s is %s', (address, words) => {
  expect(addressInWords(address)).toBe(words);
});

import { expect, test } from 'vitest';
import { isForbiddenMarkup, isForbiddenTag } from './forbidden';

test('tags in any case and with any prefix', () => {
  for (const tag of ['link', 'LINK', 'h:iframe', 'X:Y:object', 'Script', 'permission']) expect(isForbiddenTag(tag), tag).toBe(true);
  for (const tag of ['div', 'a', 'linked', 'frame-x', 'svg', 'style']) expect(isForbiddenTag(tag), tag).toBe(false);
});

test('markup that would parse to one of them, in HTML and XML', () => {
  for (const text of ['<link rel=x>', '<b><IFRAME/src=x>', '<a_b:link/>', '</base>', '<!DOCTYPE x [<!ENTITY e "&#60;link/>">]>', '<meta\n>', '< script>', '<template shadowrootmode=open>', '<?xml-stylesheet href=x?>', '<geolocation>']) {
    expect(isForbiddenMarkup(text), text).toBe(true);
  }
  for (const text of ['<b>link</b>', 'a < linker', '<linkify>', '&lt;link&gt;', '<my-link>', '<link-list>', '<svg><path/></svg>']) {
    expect(isForbiddenMarkup(text), text).toBe(false);
  }
});

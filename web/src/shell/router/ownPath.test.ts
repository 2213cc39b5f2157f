import { expect, test } from 'vitest';
import { ownPath } from './ownPath';

const HERE = 'https://caucus.example';

test.each(['/account', '/w/code-of-practice/issues?state=open#COP-12', '/w/a%2Fb'])('%s is followed', (path) => {
  expect(ownPath(path, HERE)).toBe(path);
});

test.each([
  null, '', 'account', 'https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', '/\n\\evil.example', '/.//evil.example', '/a/..//evil.example',
  'javascript:alert(1)', '\\\\evil.example', '///evil.example', '/\\/\\evil.example', '//[',
])('%j leads nowhere else', (address) => {
  expect(ownPath(address, HERE)).toBe('/');
});

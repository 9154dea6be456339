import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('tables and functions are refreshed by name, all else by path', () => {
  expectRead(['REFRESH TABLE db.t', 'REFRESH FUNCTION f'], 'refresh');
  expectRead(['REFRESH "/a b"', 'REFRESH /a/b', 'REFRESH `a`', 'REFRESH TABLE', 'REFRESH *'], 'refresh-path');
  expect(readTree('REFRESH TABLE db.t', 'refresh').tree.what).toBe('table');
});

test('a path is one word or one string', () => {
  expectRefused(['¦REFRESH', '¦REFRESH TABLE a b', '¦REFRESH "a" b', '¦REFRESH a, b', "¦REFRESH TABLE 'a'"]);
});

import { describe, expect, test } from 'vitest';
import { unquoteName, unquoteString } from '../../../../core/syntax/sql/unquote.ts';

describe('unquoteString', () => {
  test.each([
    ["'plain'", 'plain'],
    ['"double"', 'double'],
    ["'it\\'s \\\"so\\\"'", 'it\'s "so"'],
    ["'a\\nb\\tc\\rd\\be\\Zf\\0'", 'a\nb\tc\rd\be\u001af\0'],
    ["'\\u00e9\\U0001F600\\101'", 'é😀A'],
    ["'\\UFFFFFFFF'", '\ufffd'],
    ["'50\\% a\\_b'", '50\\% a\\_b'],
    ["'back\\\\slash \\q'", 'back\\slash q'],
    ["r'raw\\n'", 'raw\\n'],
    ['R"raw\'"', "raw'"],
  ])('reads %s by the escapes of Spark', (token, value) => {
    expect(unquoteString(token)).toBe(value);
  });
});

test('unquoteName reads a doubled backquote as one', () => {
  expect(unquoteName('`a``b`')).toBe('a`b');
});

import { expect, test } from 'vitest';
import { readCursor } from '../../../../../core/syntax/yaml/cursor/read-cursor.ts';
import { formatPath } from '../../../../../core/text/path.ts';

/** `kind path |what stands there| siblings`, or null in a comment. */
function read(marked: string): string | null {
  const offset = marked.indexOf('▮');
  const text = marked.replace('▮', '');
  const cursor = readCursor(text, offset);
  if (cursor === null) return null;
  const { kind, path, range, isLong, hasColon } = cursor;
  const flags = `${isLong ? ' long' : ''}${hasColon ? ' colon' : ''}`;
  const siblings = cursor.siblings().join(',');
  return `${kind} ${formatPath(path)} |${text.slice(range.start, range.end)}|${flags} ${siblings}`.trim();
}

const table = 'tables:\n  claim:\n    columns:\n      id:\n        type: string\n';

test('tells the key path of blocks, with the other keys of the mapping', () => {
  expect(read('▮')).toBe('key  ||');
  expect(read('tab▮')).toBe('key  |tab|');
  expect(read(`${table}        ▮`)).toBe('key tables.claim.columns.id || type');
  expect(read(`${table}        re▮`)).toBe('key tables.claim.columns.id |re| type');
  expect(read(`${table}    ▮`)).toBe('key tables.claim || columns');
  expect(read(`${table}    ma▮sk:\n    checks: []`)).toBe('key tables.claim |mask| colon columns,checks');
  expect(read(`${table}  ▮`)).toBe('key tables || claim');
  expect(read(`a:\n  b: 1\n▮\nc: 2`)).toBe('key  || a,c');
});

test('tells the value at the cursor', () => {
  expect(read('a:\n  type: ▮')).toBe('value a.type ||');
  expect(read('a:\n  type:▮')).toBe('value a.type ||');
  expect(read('a:\n  type: str▮ing # note')).toBe('value a.type |string|');
  expect(read('a:\n  type: "str▮"')).toBe('value a.type |"str"|');
  expect(read("a:\n  'type' : st▮")).toBe('value a.type |st|');
});

test('tells positions in lists, wherever their dashes stand', () => {
  expect(read('mask:\n  - a\n  - b▮')).toBe('value mask[1] |b|');
  expect(read('mask:\n- a\n# note\n- b\n- ▮')).toBe('value mask[2] ||');
  expect(read('x:\n  mask:\n  - a\n  -▮')).toBe('value x.mask[1] ||');
  expect(read('checks:\n  - name: a\n    expr: b▮')).toBe('value checks[0].expr |b|');
  expect(read('checks:\n  - expr: x\n  - name: a\n    ▮\n  - expr: c')).toBe('key checks[1] || name');
  expect(read('checks:\n  - na▮\n    expr: c')).toBe('value checks[0] |na| expr');
  expect(read('a:\n  - - x\n    - y▮')).toBe('value a[0][1] |y|');
});

test('reads flow collections, also those that are not closed', () => {
  expect(read('tables: {claim: {columns: {a: {type: ▮}}}}')).toBe('value tables.claim.columns.a.type ||');
  expect(read('a: {type: int, ▮}')).toBe('key a || type');
  expect(read('a: {re▮, type: int}')).toBe('key a |re| type');
  expect(read('a: {re▮: 1, type: int}')).toBe('key a |re| colon type');
  expect(read('mask: [a, b▮')).toBe('value mask[1] |b|');
  expect(read('mask: [a,\n  b▮]\nc: d')).toBe('value mask[1] |b|');
  expect(read('{tables: {claim: ▮}}')).toBe('value tables.claim ||');
  expect(read("a: {'x y': {b: 'c▮'}}")).toBe(`value a["x y"].b |'c'|`);
  expect(read('a: {b: 12:30▮}')).toBe('value a.b |12:30|');
  expect(read('a: {b: c}\nd▮')).toBe('key  |d| a');
  expect(read('- {a: 1, ▮}')).toBe('key [0] || a');
});

test('knows that a text of several lines is one value', () => {
  expect(read('a:\n  expr: >\n    b: c\n      and d▮\n  x: y')).toBe(
    'value a.expr |>\n    b: c\n      and d| long',
  );
  expect(read("a:\n  expr: 'b\n    c▮ d'\n")).toBe("value a.expr |'b\n    c d'| long");
  expect(read('a:\n  type: string\n    re▮')).toBe('value a.type || long');
});

test('gives nothing in comments', () => {
  expect(read('a: b # c▮')).toBeNull();
  expect(read('# c▮')).toBeNull();
  expect(read('a: {b: c # d▮\n}')).toBeNull();
  expect(read('a: "#▮"')).toBe('value a |"#"|');
});

test('reads a place whatever is broken elsewhere', () => {
  expect(read('a: "open\nb: [\nc:\n  type: ▮')).toBe('value c.type ||');
  expect(read('a\n\tb\nc:\n  k▮\n  d: {')).toBe('key c |k| d');
  expect(read('a:\r\n  type: int\r\n  ▮\r\n  x: 1\r\n')).toBe('key a || type,x');
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseAnyBlock } from '../../../../core/syntax/yaml/parse-block.ts';
import { parsePlainBlock } from '../../../../core/syntax/yaml/parse-plain-block.ts';

const repository = join(import.meta.dirname, '../../../..');

/** Compares with the library wherever the plain reader answers; gives whether it did. */
function agrees(text: string): boolean {
  const root = parsePlainBlock(text);
  if (root === null) return false;
  const { problems, ...parsed } = parseAnyBlock(text);
  expect({ text, problems, ...parsed }).toEqual({
    text,
    root,
    problems: [],
    hasStrayAlias: false,
    aliasNodes: 0,
    isBroken: false,
  });
  return true;
}

const odd = fc.constantFrom(
  ...[
    'x',
    'a b',
    'int',
    'true',
    'Null',
    'yes',
    '007',
    '1',
    '-1',
    '-0',
    '1.50',
    '1e3',
    '0x1F',
    '2024-01-31',
    '~',
    '.5',
  ],
  ...[
    "'q'",
    "''",
    "'it''s'",
    '"d"',
    '"a\\n"',
    '"open',
    'a:b',
    'a: b',
    'a:',
    'a #c',
    'a#c',
    'x # c',
    '# c',
    '&a x',
    '*a',
  ],
  ...[
    '|',
    '>',
    '[a, b]',
    '[\'a\', "b", 3]',
    '[a,,b]',
    '[a,]',
    '[ ]',
    '{x: 1, y: [2]}',
    '{x: 1, x: 2}',
    '{x}',
    '{x: , y: 1}',
  ],
  ...[
    '[a]#c',
    '[a] # c',
    '[a] b',
    '{a: b}: c',
    '- x',
    '!t x',
    '@x',
    '%x',
    'é',
    'a\u2028b',
    '^[A-Z]$',
    '(a)',
    '/x/y',
    '$x',
    ', x',
  ],
  ...[
    '',
    ' ',
    '? x',
    '{ x: 1 }',
    '{x:1}',
    "{x: 'a'}",
    "{x: 'a'b}",
    '[[a], [b]]',
    '[a: b]',
    "['a' ,'b' ]",
    '+1',
    'a\tb',
  ],
);
const usual = fc.constantFrom(
  ...[
    'x',
    'a b',
    'int',
    'true',
    '1',
    '-1',
    '1.50',
    '2024-01-31',
    "'q'",
    '"d"',
    '[a, b]',
    '{x: 1, y: [2]}',
    'x # c',
  ],
  ...['^[A-Z]$', '', '[]', '{}', "''", 'decimal(12,2)', '[a] # c', '[\'a\', "b", 3]'],
);
const scalar = fc.oneof({ weight: 12, arbitrary: usual }, { weight: 1, arbitrary: odd });
const key = fc.constantFrom('a', 'b', 'c', 'a-b', 'x_1', 'null', '1', "'q'", '<<', 'a b', 'é', 'long.name');
const indent = fc.constantFrom('', '  ', '    ', '      ', '   ', '\t');
const line = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(indent, key, scalar).map(([left, name, value]) => `${left}${name}: ${value}`),
  },
  { weight: 3, arbitrary: fc.tuple(indent, key).map(([left, name]) => `${left}${name}:`) },
  { weight: 3, arbitrary: fc.tuple(indent, scalar).map(([left, value]) => `${left}- ${value}`) },
  {
    weight: 2,
    arbitrary: fc.tuple(indent, key, scalar).map(([left, name, value]) => `${left}- ${name}: ${value}`),
  },
  { weight: 1, arbitrary: fc.tuple(indent, scalar).map(([left, value]) => left + value) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '   ',
      '# c',
      '    # c',
      '---',
      '    {x: 1}',
      '        [a]',
      '  {}: x',
      '...',
      '      ',
      'a: b\r',
      '-',
    ),
  },
);
const block = fc
  .tuple(fc.array(line, { minLength: 1, maxLength: 7 }), fc.constantFrom('\n', ''))
  .map(([lines, end]) => lines.join('\n') + end);

/** Mostly sound: a table as people write it, in half of the cases with a line put in or replaced. */
const table = fc
  .tuple(
    fc.array(fc.tuple(scalar, scalar), { minLength: 1, maxLength: 5 }),
    fc.integer({ min: 0, max: 39 }),
    line,
  )
  .map(([columns, at, other]) => {
    const lines = columns.flatMap(([one, two], index) => [
      `      c${index}:`,
      `        p: ${one}`,
      `        q: ${two}`,
    ]);
    if (at % 4 < 2) lines.splice(at % (lines.length + 1), at % 4, other);
    return `  t:\n    columns:\n${lines.join('\n')}\n`;
  });

describe('the plain reader', () => {
  it('reads what the library reads, or leaves it to the library', () => {
    let answered = 0;
    fc.assert(
      fc.property(fc.oneof(block, table), (text) => {
        if (agrees(text)) answered += 1;
      }),
      { seed: 11, numRuns: 2500 },
    );
    expect(answered).toBeGreaterThan(600);
  });

  it.each(['conf/config.yaml', 'schema/tables_schema.yaml'])('reads most entries of %s', (file) => {
    const text = readFileSync(join(repository, file), 'utf8');
    const entries = text.split(/^(?= {2}[a-z_]+:\n)/m).slice(1);
    const read = entries.filter((entry) => agrees(entry.replace(/^[a-z][\s\S]*/m, '')));
    expect(read.length).toBeGreaterThan(entries.length / 2);
  });

  it.each([
    '  a:\n    - name: x\n      expr: y > 1\n    - z\n  b: 1\n',
    '  a:\n    b:\n    - 1\n    - 2\n    c: 3\n',
    '  a: {x: 1,}\n',
    '  a:\n# c\n    b: x y # d\n\n',
    '  a:\n    b:\n  c:\n',
    '  a:\n    {x: 1} # c\n  b:\n    [y]\n',
  ])('reads %j', (text) => {
    expect(agrees(text)).toBe(true);
  });

  it.each([
    '  a: |\n    text\n',
    '  a: x\n    y\n',
    '  a: 1\n  a: 2\n',
    '  a: &x 1\n',
    '  a:\r\n    b: 1\r\n',
    '  a: "\\u0041"\n',
    `${'  '.repeat(50)}a: ${'['.repeat(50)}\n`,
    '',
    '# c\n',
  ])('leaves %j to the library', (text) => {
    expect(parsePlainBlock(text)).toBeNull();
  });
});

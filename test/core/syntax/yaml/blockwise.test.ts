import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeAt } from '../../../../core/syntax/yaml/locate.ts';
import { parseYaml, type YamlDocument } from '../../../../core/syntax/yaml/parse-yaml.ts';
import { toValue } from '../../../../core/syntax/yaml/to-value.ts';
import type { YamlNode } from '../../../../core/syntax/yaml/tree.ts';
import type { Path } from '../../../../core/text/path.ts';

const sections = ['tables', 'sources'];

/** Every path of a tree with its three ranges: two trees are equal when these are. */
function placesOf(root: YamlNode | null): unknown {
  if (root === null) return null;
  const places: unknown[] = [];
  const visit = (node: YamlNode, path: Path): void => {
    places.push([
      path,
      rangeAt(root, path, 'key'),
      rangeAt(root, path, 'value'),
      rangeAt(root, path, 'entry'),
    ]);
    if (node.kind === 'map') for (const [key, entry] of node.entries) visit(entry.value, [...path, key]);
    if (node.kind === 'list') for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
  };
  visit(root, []);
  return { places, value: toValue(root, new WeakMap()) };
}

function hasError(document: YamlDocument): boolean {
  return document.problems.some((problem) => problem.severity === 'error');
}

function expectEqual(text: string): YamlDocument {
  const blockwise = parseYaml(text, { sections });
  const whole = parseYaml(text, { sections, isWhole: true });
  expect(hasError(blockwise), JSON.stringify(text)).toBe(hasError(whole));
  if (!hasError(whole)) expect(placesOf(blockwise.root), JSON.stringify(text)).toEqual(placesOf(whole.root));
  return blockwise;
}

const scalars = fc.constantFrom(
  'x',
  '1',
  '007',
  'true',
  "'a: b'",
  '"a # b"',
  '"a\\n b"',
  '~',
  '',
  '[a, b]',
  '[a,\n          b]',
  '{a: 1, b: [2]}',
  '# only a comment',
  'a # c',
  '|\n          text\n\n          more\n',
  '>-\n          folded\n          more',
  '|+\n          kept\n\n\n',
  '"two\n          lines"',
  "'it''s\n\n          long'",
  'plain\n          continued',
  '&a1 x',
  '*a1',
  '&m {k: v}',
  '[\n          ]',
  '1900-01-01',
  'on',
  '!!str 1',
  '!x y',
  '""',
  '|2\n          indented',
  '- a',
  '"open',
  '[open',
  '{open',
  'a: b',
  '@bad',
);
const key = fc.constantFrom(
  'a',
  'b',
  'c',
  '"q k"',
  "'s'",
  'on',
  'no',
  '1',
  '__proto__',
  'constructor',
  '<<',
  'long_name',
  'a b',
  '~',
);
const comment = fc.constantFrom('', '', '', '\n', '# note\n', '      # deep note\n', '   \n', '\n\n', '\t\n');
const field = fc
  .tuple(key, scalars, comment)
  .map(([name, value, after]) => `      ${name}: ${value}\n${after}`);
const listField = fc
  .tuple(key, fc.boolean())
  .map(
    ([name, isFlat]) =>
      `      ${name}:\n${isFlat ? '' : '  '}      - a\n${isFlat ? '' : '  '}      - b: 1\n${isFlat ? '' : '  '}        c: 2\n`,
  );
const fields = fc.array(fc.oneof({ weight: 4, arbitrary: field }, listField), { maxLength: 3 });
const entry = fc
  .tuple(key, comment, fields)
  .map(([name, head, body]) => `  ${name}:${body.length === 0 ? ' x' : ''}\n${head}${body.join('')}`);
const section = fc
  .tuple(
    fc.constantFrom('tables:', 'sources:', 'tables: # c', 'tables: x', 'other:', 'sources: &s'),
    comment,
    fc.array(entry, { maxLength: 3 }),
  )
  .map(([name, head, entries]) => `${name}\n${head}${entries.join('')}`);
const top = fc
  .tuple(
    fc.constantFrom('p', 'q', '"r"'),
    fc.constantFrom('1', 'x\n  y', '[1,\n  2]', '|\n  t\n', '', '\n- a\n- b', '"a\n  b"'),
  )
  .map(([name, value]) => `${name}: ${value}\n`);
const file = fc
  .tuple(
    fc.constantFrom('', '', '# head\n', '---\n', '\uFEFF', '%YAML 1.2\n---\n', '\n\n'),
    fc.array(fc.oneof({ weight: 3, arbitrary: section }, top), { maxLength: 4 }),
    fc.constantFrom('', '', '...\n', '---\nx: 1\n', 'tail'),
  )
  .map(([head, parts, tail]) => `${head}${parts.join('')}${tail}`);

/** One cut, one doubling or one foreign character at a random place: what typing does to a text. */
const damage = fc
  .tuple(
    file,
    fc.nat(),
    fc.constantFrom(
      'cut',
      '"',
      "'",
      '[',
      '}',
      ':',
      '\n',
      ' ',
      '\t',
      '#',
      '- ',
      '? ',
      '|',
      '\r\n',
      '&a ',
      '*a ',
      'x',
    ),
  )
  .map(([text, place, change]) => {
    const at = text.length === 0 ? 0 : place % text.length;
    return change === 'cut'
      ? text.slice(0, at) + text.slice(at + 1 + (place % 7))
      : text.slice(0, at) + change + text.slice(at);
  });

const runs = Number(process.env['PISTEVO_FUZZ_RUNS'] ?? 400);

describe('parsing block by block', () => {
  it('gives the values and ranges of the whole parse, and an error exactly when that has one', () => {
    fc.assert(
      fc.property(file, (text) => {
        expectEqual(text);
      }),
      { seed: 7, numRuns: runs },
    );
  });

  it('agrees with the whole parse on texts that are being typed', () => {
    fc.assert(
      fc.property(damage, (text) => {
        expectEqual(text);
      }),
      { seed: 11, numRuns: runs * 2 },
    );
  });

  it('agrees on texts with Windows line ends', () => {
    fc.assert(
      fc.property(file, (text) => {
        expectEqual(text.replaceAll('\n', '\r\n'));
      }),
      { seed: 13, numRuns: Math.ceil(runs / 3) },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { yamlLimits } from '../../../../core/syntax/yaml/limits.ts';
import { locate, rangeAt } from '../../../../core/syntax/yaml/locate.ts';
import { applyEdits } from '../../../../core/syntax/yaml/mend/mend-block.ts';
import { parseYaml, type YamlDocument } from '../../../../core/syntax/yaml/parse-yaml.ts';
import { toValue } from '../../../../core/syntax/yaml/to-value.ts';
import { createYamlCache } from '../../../../core/syntax/yaml/yaml-cache.ts';

const sections = ['tables'];

function read(text: string): YamlDocument {
  return parseYaml(text, { sections });
}

function jsonOf(text: string): unknown {
  const { root } = read(text);
  return root === null ? null : JSON.parse(JSON.stringify(toValue(root, new WeakMap())));
}

function messagesOf(text: string): readonly string[] {
  return read(text).problems.map((problem) => problem.message);
}

describe('values', () => {
  it('are those of YAML 1.2: dates, yes, no, on and off are texts', () => {
    expect(jsonOf('min: 1900-01-01\non: yes\nno: off\ny: n\n')).toEqual({
      min: '1900-01-01',
      on: 'yes',
      no: 'off',
      y: 'n',
    });
  });

  it('keep numbers that JSON cannot hold exactly as they are written', () => {
    const text =
      'a: 12345678901234567890\nb: 0.12345678901234567890\nc: .inf\nd: 1.50\ne: 0x1F\nf: -7\ng: 1e400\n';
    expect(jsonOf(text)).toEqual({
      a: '12345678901234567890',
      b: '0.12345678901234567890',
      c: '.inf',
      d: 1.5,
      e: 31,
      f: -7,
      g: '1e400',
    });
  });

  it('keep keys as they are written', () => {
    expect(jsonOf('1.0: a\ntrue: b\n007: c\n~: d\n')).toEqual({
      '1.0': 'a',
      true: 'b',
      '007': 'c',
      '~': 'd',
    });
  });

  it('take __proto__ and constructor for names like any other', () => {
    const { root } = read('__proto__:\n  polluted: true\nconstructor: x\n');
    const value = toValue(root!, new WeakMap()) as Record<string, unknown>;
    expect(Object.keys(value)).toEqual(['__proto__', 'constructor']);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    expect(value['toString']).toBeUndefined();
  });

  it('follow aliases and merge keys, what is written winning over what is merged', () => {
    const text = 'base: &b\n  x: 1\n  y: 2\nother:\n  <<: *b\n  y: 3\nlist:\n  <<: [*b, {z: 4}]\ntext: *b\n';
    expect(jsonOf(text)).toEqual({
      base: { x: 1, y: 2 },
      other: { y: 3, x: 1 },
      list: { x: 1, y: 2, z: 4 },
      text: { x: 1, y: 2 },
    });
  });

  it('of an empty text are none', () => {
    expect(read('').root).toBeNull();
    expect(read('# only a comment\n').root).toBeNull();
    expect(read('---\n').problems).toEqual([]);
  });
});

describe('problems', () => {
  it.each([
    ['a doubled key in a block', 'tables:\n  a:\n    x: 1\n    x: 2\n', 26],
    ['a doubled entry of a section', 'tables:\n  a:\n    x: 1\n  b: 1\n  a: 2\n', 31],
    ['a doubled top-level key', 'tables: {}\nb: 1\ntables: {}\n', 16],
  ])('name %s at the second one, with the first', (_, text, start) => {
    const [problem, ...others] = read(text).problems;
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'duplicate-key', range: { start } });
    expect(text.slice(problem!.related!.start)).toMatch(/^(?:x: 1|a:|tables)/);
    expect(problem!.fixes).toHaveLength(2);
    for (const { edits } of problem!.fixes!) {
      const mended = applyEdits(text, edits);
      expect(read(mended).problems).toEqual([]);
      expect(mended.split('\n').length).toBeLessThan(text.split('\n').length);
    }
  });

  it.each([
    ['{x: 1, y: 2, x: 3}', '{x: 1, y: 2}', '{y: 2, x: 3}'],
    ['{x: 1, x: {z: 1}, y: 2}', '{x: 1, y: 2}', '{x: {z: 1}, y: 2}'],
    ['[{x: 1, x: 2}]', '[{x: 1}]', '[{x: 2}]'],
  ])('of a doubled key in %s take its comma along', (written, without, withoutFirst) => {
    const [problem] = read(`a: ${written}\n`).problems;
    const mended = problem?.fixes?.map(({ edits }) => applyEdits(`a: ${written}\n`, edits));
    expect(mended).toEqual([`a: ${without}\n`, `a: ${withoutFirst}\n`]);
  });

  it.each([
    ['a: b: c\n', /second `: `/],
    ['tables:\n  a: "open\n', /is never closed; add `"`/],
    ['a: [1,\nb: 2\n', /Bracket `\[` is never closed/],
    ['a: 1\n--- \nb: 2\n', /one YAML document/],
    ['a:\n\tb: 1\n', /use spaces/],
    ['a: *nowhere\n', /`&nowhere` is not defined before/],
    ['a: &x [*x]\n', /inside the value that it repeats/],
    ['? [a]\n: 1\n', /plain name/],
    ['a:\n  <<: text\n', /takes a mapping/],
    ['a: @b\n', /begins with `@`.*in quotes/],
    ['a: 1\nfoo\n', /colon is missing behind `foo`/],
    ['a\0b: 1\n', /NUL/],
  ])('of %j say what to do', (text, message) => {
    expect(messagesOf(text).join('\n')).toMatch(message);
    expect(read(text).problems.some((problem) => problem.severity === 'error')).toBe(true);
  });

  it('of a tag are a warning', () => {
    expect(read('a: !include x\n').problems).toMatchObject([
      { severity: 'warning', message: expect.stringMatching(/tags/) },
    ]);
  });

  it('are one for a line, and a hundred for a block', () => {
    expect(messagesOf('a: b: c: d: e\n')).toHaveLength(1);
    expect(messagesOf(`a:\n${' b: c: d\n'.repeat(500)}`).length).toBeLessThanOrEqual(yamlLimits.problems);
  });
});

describe('a damaged block', () => {
  const text = 'tables:\n  a:\n    x: "open\n  b:\n    y: 1\n  c:\n    z: [1, 2]\n';

  it('leaves the others their values and places', () => {
    const { root, damaged } = read(text);
    expect(damaged).toEqual([['tables', 'a']]);
    expect(locate(root!, ['tables', 'c', 'z']).depth).toBe(3);
    const { start, end } = rangeAt(root!, ['tables', 'b'], 'entry');
    expect(text.slice(start, end)).toBe('b:\n    y: 1');
  });

  it('is the only one with a problem, of five hundred', () => {
    const many = Array.from(
      { length: 500 },
      (_, index) => `  t${index}:\n    x: ${index === 0 ? '"open' : index}\n`,
    );
    const document = read(`tables:\n${many.join('')}`);
    expect(document.problems).toHaveLength(1);
    expect(document.damaged).toEqual([['tables', 't0']]);
  });

  it('is told by a line that is indented less than its key', () => {
    const { damaged, problems } = read('tables:\n    a: 1\n  x: 2\n    b: 3\n');
    expect(damaged).toEqual([['tables', 'a']]);
    expect(problems.length).toBeGreaterThan(0);
  });

  it('is found in a text that is parsed whole, too', () => {
    const { damaged, isSplit } = read('? first\n: 1\n? tables\n:\n  a:\n    x: 1\n  b:\n    y: "open\n');
    expect(isSplit).toBe(false);
    expect(damaged).toEqual([['tables', 'b']]);
  });
});

describe('the cache', () => {
  it('parses only the block that has changed, whatever stands before it', () => {
    const cache = createYamlCache();
    const blocks = (count: number, last: string): string =>
      `tables:\n${Array.from({ length: count }, (_, index) => `  t${index}:\n    x: ${index}\n`).join('')}  last: ${last}\n`;
    parseYaml(blocks(50, '1'), { sections, cache });
    const before = cache.blocks.size;
    const { root } = parseYaml(`# one more line\n${blocks(50, '2')}`, { sections, cache });
    expect(cache.blocks.size).toBe(before + 1);
    expect(rangeAt(root!, ['tables', 't0'], 'key')).toEqual({ start: 26, end: 28 });
  });

  it('forgets the blocks that were used longest ago', () => {
    const cache = createYamlCache();
    const long = 'x'.repeat(10_000);
    for (let index = 0; index < 200; index += 1) parseYaml(`a: ${index}${long}\n`, { cache });
    expect(cache.length).toBeLessThanOrEqual(512 * 1024);
    expect([...cache.blocks.keys()].reduce((sum, key) => sum + key.length, 0)).toBe(cache.length);
    expect(cache.blocks.has(`a: 199${long}\n`)).toBe(true);
  });
});

describe('hostile texts', () => {
  const bomb = `a: &a [x, x, x, x]\n${Array.from({ length: 30 }, (_, index) => {
    const below = index === 0 ? 'a' : `b${index - 1}`;
    return `b${index}: &b${index} [*${below} , *${below} ]\n`;
  }).join('')}`;

  it.each([
    ['100 MB', () => 'a: 1\n'.repeat(20_000_000), 'yaml-limit'],
    ['an alias bomb', () => bomb, 'yaml-limit'],
    [
      'an alias bomb in one block',
      () => `tables:\n  t:\n    ${bomb.replaceAll('\n', '\n    ')}\n`,
      'yaml-limit',
    ],
    ['a hundred thousand brackets', () => `a: ${'['.repeat(100_000)}`, 'yaml-limit'],
    ['a hundred thousand braces', () => '{a: '.repeat(100_000), 'yaml-limit'],
    ['a hundred thousand dashes', () => '- '.repeat(100_000), 'yaml-limit'],
    ['a hundred thousand question marks', () => '? '.repeat(100_000), 'yaml-limit'],
    ['a hundred thousand colons', () => 'a: '.repeat(100_000), 'yaml-limit'],
    [
      'five hundred levels',
      () => Array.from({ length: 500 }, (_, level) => `${' '.repeat(level)}a:`).join('\n'),
      'yaml-limit',
    ],
  ])('of %s give one finding', (_, make, code) => {
    const { problems } = read(make());
    expect(problems.map((problem) => problem.code)).toEqual([code]);
  });

  it('with brackets in many patterns are no nesting', () => {
    const columns = Array.from({ length: 300 }, (_, index) => `    c${index}: '[^[]*'\n`).join('');
    expect(read(`tables:\n  t:\n${columns}`).problems).toEqual([]);
  });

  it('may hold thirty thousand columns', () => {
    const columns = Array.from({ length: 30_000 }, (_, index) => `    c${index}: x\n`).join('');
    const { root, problems } = read(`tables:\n  t:\n${columns}`);
    expect(problems).toEqual([]);
    expect(locate(root!, ['tables', 't', 'c29999']).depth).toBe(3);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outline } from '../../../../core/syntax/yaml/outline.ts';
import { outlineAgain } from '../../../../core/syntax/yaml/outline-again.ts';
import { parseYaml } from '../../../../core/syntax/yaml/parse-yaml.ts';
import { createYamlCache } from '../../../../core/syntax/yaml/yaml-cache.ts';

const sections = ['tables'];

const line = fc.constantFrom(
  'tables:',
  'other: 1',
  '  a:',
  '  b:',
  '  c: [1,',
  '  d: {x: 1}',
  '    x: 1',
  '    y: "open',
  '    z: |',
  '      text',
  '    - 1',
  '  - 2',
  '- 3',
  ' ]',
  ']',
  '# comment',
  '',
  '   ',
  '\t',
  ' e: 1',
  '   f: 2',
  '  &g h: *i',
  '    <<: *g',
  '---',
  '  ? k',
);
const text = fc.array(line, { minLength: 0, maxLength: 6 }).map((lines) => lines.join('\n'));
const sound = fc.integer({ min: 3, max: 12 }).map((count) => {
  const tables = Array.from({ length: count }, (_, index) => `  t${index}:\n    x: ${index}\n    y: [1]\n`);
  return `first: 1\ntables:\n${tables.join('')}last: 2\n`;
});
const edit = fc.record({ at: fc.nat(), length: fc.oneof(fc.constant(0), fc.nat(12)), text });
const session = fc.record({ start: sound, edits: fc.array(edit, { maxLength: 12 }) });

function apply(
  before: string,
  { at, length, text: inserted }: { at: number; length: number; text: string },
): string {
  const start = at % (before.length + 1);
  return before.slice(0, start) + inserted + before.slice(start + length);
}

describe('the outline of a changed text', () => {
  it('is what reading all of it gives, with the same blocks before and after', () => {
    let renewals = 0;
    fc.assert(
      fc.property(session, ({ start, edits }) => {
        let before = start;
        for (const one of edits) {
          const known = outline(before, sections);
          const after = apply(before, one);
          const renewed =
            known === null ? null : outlineAgain({ text: before, outline: known }, after, sections);
          if (renewed !== null && known !== null) {
            renewals += 1;
            expect(renewed.outline).toEqual(outline(after, sections));
            const blocks = (of: typeof known, whole: string): string[] =>
              of.entries.flatMap((entry) =>
                (entry.section?.children ?? [entry]).map((block) => whole.slice(block.start, block.end)),
              );
            const old = blocks(known, before);
            const now = blocks(renewed.outline, after);
            expect(now.slice(0, renewed.keptBefore)).toEqual(old.slice(0, renewed.keptBefore));
            expect(now.slice(now.length - renewed.keptAfter)).toEqual(
              old.slice(old.length - renewed.keptAfter),
            );
          }
          before = after;
        }
      }),
      { seed: 3, numRuns: 1500 },
    );
    expect(renewals).toBeGreaterThan(500);
  });

  it('reads a handful of blocks again after a keystroke', () => {
    const tables = Array.from({ length: 100 }, (_, index) => `  t${index}:\n    x: ${index}\n`).join('');
    const before = `tables:\n${tables}`;
    const known = outline(before, sections)!;
    const after = before.replace('x: 50', 'x: 5a0');
    const renewed = outlineAgain({ text: before, outline: known }, after, sections)!;
    expect(renewed.keptBefore + renewed.keptAfter).toBeGreaterThanOrEqual(96);
  });
});

describe('parsing a changed text', () => {
  it('gives what parsing it for the first time gives', () => {
    fc.assert(
      fc.property(session, ({ start, edits }) => {
        const cache = createYamlCache();
        let now = start;
        parseYaml(now, { sections, cache });
        for (const one of edits) {
          now = apply(now, one);
          expect(parseYaml(now, { sections, cache })).toEqual(parseYaml(now, { sections }));
        }
      }),
      { seed: 4, numRuns: 100 },
    );
  });
});

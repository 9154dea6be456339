import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import { makeProject } from './support/make-project.ts';
import { openPlayer, sortRows } from './support/play-plan.ts';

const pieces = fc.constantFrom(
  `"`,
  `'`,
  '`',
  ';',
  '--',
  '/*',
  '\n',
  '\r\n',
  '\t',
  '\\',
  '$1',
  '$run_id',
  ':ts',
  '${x}',
  '?',
  'x',
  'É',
  '😀',
  ' ',
  '%',
  '_',
  'select',
  'DROP TABLE target',
);
const text = fc.array(pieces, { minLength: 1, maxLength: 5 }).map((parts) => parts.join(''));
const names = fc.uniqueArray(text, { minLength: 4, maxLength: 4, selector: (name) => name.toLowerCase() });

test('takes any name and any value for what it is', async () => {
  await fc.assert(
    fc.asyncProperty(
      names,
      fc.array(text, { minLength: 1, maxLength: 4 }),
      text,
      async (columns, values, missing) => {
        const [key = '', kind = '', note = '', hashed = ''] = columns.map((name) => `c${name}`);
        const project = makeProject([
          {
            name: `d${missing}`,
            source: {
              mergeKey: [key],
              format: {
                delimiter: ',',
                quote: '"',
                hasHeader: true,
                encoding: 'utf-8',
                compression: 'auto',
                glob: '*',
                maxExpansion: 200,
                nullValues: [`null${missing}`.trim()],
              },
            },
            columns: [
              { name: key },
              { name: kind, validValues: values, severity: { valid_vals: 'quarantine' } },
              { name: note, min: values[0] ?? '', default: missing, isUnique: true },
              { name: hashed, mask: 'hash' },
            ],
          },
        ]);
        const plan = buildPlan(project, `d${missing}`);
        const player = await openPlayer(plan);
        try {
          const trim = (value: string): string => value.replace(/^[ \t]+|[ \t]+$/g, '');
          const value = values.find((candidate) => trim(candidate) !== '') ?? 'x';
          const played = await player.play([
            { fileNo: 0, record: 1, values: [`k${value}`, value, value, null] },
          ]);
          const isKept = values.includes(value);
          expect(played.rejected).toEqual(
            isKept && compareBytes(trim(value), values[0] ?? '') >= 0 ? [] : ['0:1'],
          );
          if (played.rejected.length === 0) {
            expect(played.target).toEqual(sortRows([[trim(`k${value}`), trim(value), trim(value), null]]));
          }
          expect(played.failing[`unique:${note}`]).toBe(0);
        } finally {
          player.close();
        }
      },
    ),
    { seed: 31, numRuns: 40 },
  );
});

function compareBytes(left: string, right: string): number {
  return Buffer.compare(Buffer.from(left), Buffer.from(right));
}

test('runs a table of 300 columns with 600 rules', async () => {
  const columns = Array.from({ length: 300 }, (_, index) => ({
    name: `c${index}`,
    type: 'int' as const,
    min: 0,
    severity: { min: 'warn' as const },
  }));
  const player = await openPlayer(
    buildPlan(makeProject([{ name: 'wide', source: { mergeKey: ['c0'] }, columns }]), 'wide'),
  );
  try {
    const values = columns.map((_, index) => (index % 100 === 7 ? '-1' : `${index}`));
    const { reasons, counts } = await player.play([{ fileNo: 0, record: 1, values }]);
    expect(reasons).toEqual({ '0:1': ['min:c7', 'min:c107', 'min:c207'] });
    expect(counts['inserted']).toBe(1);
  } finally {
    player.close();
  }
});

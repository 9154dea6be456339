import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RuleSeverity } from '../../../core/contracts/plan.ts';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import type { ColumnSketch } from './support/make-project.ts';
import { makeProject } from './support/make-project.ts';
import { type Delivered, openPlayer } from './support/play-plan.ts';
import { type Expected, type ReferenceOptions, type Row, referenceRun } from './support/reference-run.ts';

const severity = fc.constantFrom<RuleSeverity>('error', 'quarantine', 'nullify', 'warn');
const texts = fc.constantFrom('a', 'b', ' a', 'A', 'c\t', '', '  ', 'zz', 'NULL');
const ints = fc.constantFrom('1', '2', ' 2 ', '3.0', '+1', 'x', '', '1e3', '-4', 'NULL');
const days = fc.constantFrom(
  '2024-01-01',
  '1/2/2024',
  ' 2024-01-03',
  '2024-13-01',
  '2024-02-30',
  '',
  '02/03/2024',
);
const keys = fc.constantFrom('1', '2', '3', ' 3', '', '4');
const ops = fc.constantFrom('', 'I', 'D', 'd');

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { freq: 2 });

const setup = fc.record({
  load: fc.constantFrom('upsert', 'upsert', 'upsert', 'append', 'replace'),
  hasKeys: fc.boolean(),
  isComposite: fc.boolean(),
  keyType: fc.constantFrom('string', 'int'),
  keyMask: maybe(fc.constant('hash')),
  cdc: fc.constantFrom(null, 'day', 'level', 'word'),
  nullValues: fc.constantFrom([], ['NULL'], ['NULL', "it's"]),
  hasTombstones: fc.boolean(),
  hasCheck: fc.boolean(),
  checkSeverity: fc.constantFrom<RuleSeverity>('error', 'quarantine', 'warn'),
  fillers: fc.constantFrom(0, 0, 0, 45),
  word: fc.record({
    isRequired: fc.boolean(),
    pattern: maybe(fc.constant('[a-z]+')),
    validValues: maybe(fc.constant(['a', 'B', 'zz'])),
    min: maybe(fc.constant('a')),
    max: maybe(fc.constant('y')),
    default: maybe(fc.constant('b')),
    severity: fc.record({ pattern: severity, valid_vals: severity, min: severity }, { requiredKeys: [] }),
  }),
  level: fc.record({
    isRequired: fc.boolean(),
    min: maybe(fc.constant(0)),
    max: maybe(fc.constant(2)),
    validValues: maybe(fc.constant([1, 2, 3])),
    default: maybe(fc.constant(2)),
    onCast: fc.constantFrom('quarantine', 'nullify', 'error'),
    severity: fc.record({ min: severity, max: severity, valid_vals: severity }, { requiredKeys: [] }),
  }),
  secret: fc.record({
    mask: fc.constantFrom('null', 'hash', 'redact'),
    isRequired: fc.boolean(),
    pattern: maybe(fc.constant('[a-z]+')),
    validValues: maybe(fc.constant(['a', 'b'])),
    default: maybe(fc.constant('a')),
  }),
  parent: fc.record({
    severity: fc.record({ references: severity }, { requiredKeys: [] }),
    mask: maybe(fc.constant('hash')),
  }),
});

const row = fc.tuple(keys, keys, texts, ints, days, texts, fc.constantFrom('1', '2', '3', '', ' 1'), ops);
const deliveries = fc.array(fc.array(row, { maxLength: 14 }), { minLength: 1, maxLength: 3 });

type Setup = typeof setup extends fc.Arbitrary<infer T> ? T : never;

/** Columns in the order of `row`, then the fillers. */
function sketchColumns(choice: Setup): readonly ColumnSketch[] {
  const fillers = Array.from(
    { length: choice.fillers },
    (_, index): ColumnSketch => ({
      name: `filler_${index}`,
      type: 'int',
      isRequired: true,
      severity: { required: 'warn' },
    }),
  );
  const { keyMask, keyType } = choice;
  return [
    { name: 'id', type: keyMask === null ? keyType : 'string', mask: keyMask },
    { name: 'part', type: keyType },
    { name: 'word', ...choice.word },
    { name: 'level', type: 'int', ...choice.level },
    { name: 'day', type: 'date', severity: { cast: 'warn' } },
    { name: 'secret', ...choice.secret },
    {
      name: 'parent',
      references: { dataset: 'parents', column: 'id', retryDays: 7 },
      severity: choice.parent.severity,
    },
    { name: 'op' },
    ...fillers,
  ] as readonly ColumnSketch[];
}

function holds({ level, word }: Row): boolean | null {
  // level >= 1 OR word = 'a', by three-valued logic
  if (level !== null && level !== undefined && Number(level) >= 1) return true;
  if (word === 'a') return true;
  return level === null || word === null ? null : false;
}

test('gives the rows, reasons and counts that the contract gives row by row', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(setup, deliveries, async (choice, given) => {
      const hasKeys = choice.load === 'upsert' || choice.hasKeys;
      const mergeKey = hasKeys ? (choice.isComposite ? ['id', 'part'] : ['id']) : [];
      const project = makeProject([
        {
          name: 'events',
          columns: sketchColumns(choice),
          checks: choice.hasCheck
            ? [{ name: 'leveled', text: "level >= 1 OR word = 'a'", severity: choice.checkSeverity }]
            : [],
          ...(choice.hasTombstones ? { deleteWhen: "op = 'D'" } : {}),
          source: {
            load: choice.load as 'upsert' | 'append' | 'replace',
            mergeKey,
            cdcKey: choice.cdc,
            format: {
              delimiter: ',',
              quote: '"',
              hasHeader: true,
              encoding: 'utf-8',
              compression: 'auto',
              glob: '*',
              maxExpansion: 200,
              nullValues: choice.nullValues,
            },
          },
        },
        { name: 'parents', columns: [{ name: 'id' }], source: { mergeKey: ['id'] } },
      ]);
      const plan = buildPlan(project, 'events');
      const options: ReferenceOptions = {
        dataset: project.datasets[0]!,
        parents: { parent: ['1', '2'] },
        checks: choice.hasCheck ? [{ name: 'leveled', holds }] : [],
        isTombstone: (values) => (choice.hasTombstones ? values['op'] === 'D' : false),
      };
      const player = await openPlayer(plan, { _parent_0: ['1', '2'] });
      try {
        let before: Expected['target'] = [];
        for (const rows of given) {
          const delivery = rows.map((values, index): Delivered => {
            const fillers = Array.from({ length: choice.fillers }, (_, filler) =>
              (index + filler) % 9 === 0 ? '' : '7',
            );
            return {
              fileNo: Math.floor(index / 5),
              record: (index % 5) + 1,
              values: [...values, ...fillers],
            };
          });
          const expected = referenceRun(options, before, delivery);
          const played = await player.play(delivery);
          expect(played.reasons).toEqual(expected.reasons);
          expect(played.rejected).toEqual(expected.rejected);
          expect(played.target).toEqual(expected.target);
          expect(played.counts).toEqual(expected.counts);
          const { accepted, quarantined, inserted, updated, unchanged, superseded, stale, deleted } =
            expected.counts as Record<string, number>;
          expect(accepted).toBe(
            quarantined! + inserted! + updated! + unchanged! + superseded! + stale! + deleted!,
          );
          before = expected.target;
        }
      } finally {
        player.close();
      }
    }),
    { seed: 20240117, numRuns: Number(process.env['PLAN_CASES'] ?? 60) },
  );
});

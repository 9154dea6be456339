import fc from 'fast-check';
import type { RuleSeverity } from '../../../../core/contracts/plan.ts';
import type { Project } from '../../../../core/model/project.ts';
import { type ColumnSketch, makeProject } from './make-project.ts';
import type { Delivered } from './play-plan.ts';
import type { ReferenceOptions, Row } from './reference-run.ts';

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

/** How the dataset is loaded, and which rules its columns have. */
export const setups = fc.record({
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
/** Up to three deliveries of few keys, so that they meet, with blanks, broken values and ties. */
export const deliveries = fc.array(fc.array(row, { maxLength: 14 }), { minLength: 1, maxLength: 3 });

export type Setup = typeof setups extends fc.Arbitrary<infer T> ? T : never;

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

/** The project of a setup: the dataset `events`, and `parents` with the keys 1 and 2. */
export function projectOf(choice: Setup): Project {
  const hasKeys = choice.load === 'upsert' || choice.hasKeys;
  const mergeKey = hasKeys ? (choice.isComposite ? ['id', 'part'] : ['id']) : [];
  return makeProject([
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
}

/** What the reference needs to know of a setup. */
export function referenceOf(choice: Setup, project: Project): ReferenceOptions {
  const dataset = project.datasets[0];
  if (dataset === undefined) throw new Error('The project has no dataset.');
  return {
    dataset,
    parents: { parent: ['1', '2'] },
    checks: choice.hasCheck ? [{ name: 'leveled', holds }] : [],
    isTombstone: (values) => (choice.hasTombstones ? values['op'] === 'D' : false),
  };
}

/** Records of one delivery, five a file. */
export function deliver(choice: Setup, rows: readonly (readonly string[])[]): readonly Delivered[] {
  return rows.map((values, index) => {
    const fillers = Array.from({ length: choice.fillers }, (_, filler) =>
      (index + filler) % 9 === 0 ? '' : '7',
    );
    return { fileNo: Math.floor(index / 5), record: (index % 5) + 1, values: [...values, ...fillers] };
  });
}

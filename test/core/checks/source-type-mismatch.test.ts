import { expect, test } from 'vitest';
import type { ColumnFacts, ProjectFacts } from '../../../core/checks/check.ts';
import { sourceTypeMismatch } from '../../../core/checks/source-type-mismatch.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';
import { sampleFacts } from './support/sample.ts';

const config = 'sources: {claim: {path: in/, merge_key: id}}';

test('reports a type that most values do not fit, in numbers and never with a value', () => {
  const schema = 'tables: {claim: {columns: {id: {type: ⟦int⟧}, city: {}}}}';
  const declared = { id: { type: 'int', formats: [] } } as const;
  const facts = sampleFacts('claim', 'id,city\nA-1,x\nA-2,y\n3,z\n,z', declared);
  const [finding] = expectFound(sourceTypeMismatch, { config, schema, facts }, [
    '2 of 3 sampled values of `id` in `in/claim.csv` are not an int; declare the type that they have, or `string`.',
  ]);
  expect(finding?.message).not.toContain('A-1');
});

test('proposes the type or the formats that fit', () => {
  const schema = 'tables: {claim: {columns: {id: {type: ⟦int⟧}, day: {type: ⟦date⟧}, at: {type: ⟦date⟧}}}}';
  const column = (better: ColumnFacts['better'] & object): ColumnFacts => ({
    values: 10,
    fitting: 0,
    blank: 0,
    better,
  });
  const columns = {
    id: column({ type: 'double', formats: [], fitting: 10 }),
    day: column({ type: 'date', formats: ['dd.MM.yyyy'], fitting: 9 }),
    at: column({ type: 'timestamp', formats: ['d.M.yyyy HH:mm', 'yyyy-MM-dd'], fitting: 10 }),
  };
  const facts: ProjectFacts = {
    sources: { claim: { file: 'in/a.csv', headers: ['id', 'day', 'at'], samples: 10, columns } },
  };
  expectFound(sourceTypeMismatch, { config, schema, facts }, [
    '10 of 10 sampled values of `id` in `in/a.csv` are not an int; all of them fit `type: double`.',
    '10 of 10 sampled values of `day` in `in/a.csv` are not a date; 9 of them fit with `formats` `dd.MM.yyyy`.',
    '10 of 10 sampled values of `at` in `in/a.csv` are not a date; all of them fit `type: timestamp` with `formats` `d.M.yyyy HH:mm`, `yyyy-MM-dd`.',
  ]);
});

test('is content while no more than half of the values fail, and with columns that are masked or empty', () => {
  const schema =
    'tables: {claim: {columns: {id: {type: int}, ssn: {type: int}, none: {type: int}}, mask: [ssn]}}';
  const declared = { id: { type: 'int', formats: [] }, ssn: { type: 'int', formats: [] } } as const;
  const facts = sampleFacts('claim', 'id,ssn,none\nx,x,\n1,y,\nz,z,\n4,4,', declared);
  expectSilence(sourceTypeMismatch, { config, schema, facts });
});

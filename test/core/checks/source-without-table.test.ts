import { expect, test } from 'vitest';
import { sourceWithoutTable } from '../../../core/checks/source-without-table.ts';
import { applyFix, expectFound, expectSilence, yaml } from './support/expect-check.ts';

const schema = yaml`
  tables:
    claims:
      columns:
        claim_id: {type: string}
`;

test('reports a source without a table, and renames it to the table that is meant', () => {
  const texts = { config: 'sources:\n  ⟦claim⟧:\n    path: in/\n', schema };
  const [finding] = expectFound(sourceWithoutTable, texts, [
    'Dataset `claim` has no table in `schema/tables_schema.yaml`; did you mean `claims`?',
  ]);
  const mended = applyFix(texts, finding!);
  expect(mended.config).toBe('sources:\n  claims:\n    path: in/\n');
  expectSilence(sourceWithoutTable, mended);
});

test('says where to describe the columns when no table is near', () => {
  expectFound(sourceWithoutTable, { config: 'sources: {claims: {path: a/}, ⟦visits⟧: {path: b/}}', schema }, [
    'Dataset `visits` has no table in `schema/tables_schema.yaml`; describe its columns under `tables.visits`.',
  ]);
});

test('does not offer a table that has its own source', () => {
  const config = 'sources: {claims: {path: a/}, ⟦claim⟧: {path: b/}}';
  expectFound(sourceWithoutTable, { config, schema }, [
    'Dataset `claim` has no table in `schema/tables_schema.yaml`; describe its columns under `tables.claim`.',
  ]);
});

test('keeps silent while the schema is broken, because the table may be in the broken part', () => {
  const broken = `${schema}  visits:\n    columns: {a: {type: string\n`;
  expectSilence(sourceWithoutTable, { config: 'sources: {visits: {path: b/}}', schema: broken });
});

test('keeps silent while there is no schema at all', () => {
  expectSilence(sourceWithoutTable, { config: 'sources: {visits: {path: b/}}' });
});

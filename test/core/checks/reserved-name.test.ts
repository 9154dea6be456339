import { expect, test } from 'vitest';
import { reservedName } from '../../../core/checks/reserved-name.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports columns that every run adds, in any case', () => {
  const schema = 'tables: {claim: {columns: {⟦TS⟧: {}, ⟦file_name⟧: {}, ⟦_b0⟧: {}}}}';
  const found = expectFound(reservedName, { schema }, [
    'Column `TS` of `claim` has the name of a column that every run adds; rename it, and put `TS` under `rename_from`.',
    'Column `file_name` of `claim` has the name of a column that every run adds; rename it, and put `file_name` under `rename_from`.',
    'Column `_b0` of `claim` has the name of a column that every run adds; rename it, and put `_b0` under `rename_from`.',
  ]);
  expect(found.map((finding) => finding.severity)).toEqual(['error', 'error', 'error']);
});

test('only mentions other names with an underscore in front', () => {
  const [finding] = expectFound(reservedName, { schema: 'tables: {claim: {columns: {⟦_id⟧: {}}}}' }, [
    'Column `_id` of `claim` begins with `_`, as the columns that runs add do; rename it to be safe from names to come.',
  ]);
  expect(finding?.severity).toBe('info');
});

test('reports datasets that have the name of a table which belongs to another, or to the product', () => {
  const columns = '{columns: {id: {}}}';
  const schema = `tables: {claim: ${columns}, ⟦claim_stage⟧: ${columns}, ⟦Claim_Quarantine⟧: ${columns}, ⟦pistevo_runs⟧: ${columns}}`;
  expectFound(reservedName, { schema }, [
    'Dataset `claim_stage` has the name of a table that belongs to `claim`; rename it here and in `conf/config.yaml`.',
    'Dataset `Claim_Quarantine` has the name of a table that belongs to `claim`; rename it here and in `conf/config.yaml`.',
    "Dataset `pistevo_runs` begins with `pistevo_`, as the product's own tables do; rename it.",
  ]);
});

test('is content with a stage that belongs to no dataset, and with names that only look like working ones', () => {
  expectSilence(reservedName, {
    schema: 'tables: {backstage: {columns: {t_id: {}, ts_day: {}}}, rocket_stage: {columns: {a: {}}}}',
  });
});

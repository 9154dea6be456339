import { expect, test } from 'vitest';
import { unknownDataset } from '../../../core/checks/unknown-dataset.ts';
import { applyFix, expectFound, expectSilence } from './support/expect-check.ts';

const config = 'sources: {claim: {path: c/}, patients: {path: p/}}';
const patients = 'patients: {columns: {patient_id: {type: string}}}';

test('reports a reference to a dataset that does not exist, at its name, and mends it', () => {
  const texts = {
    config,
    schema: `tables: {claim: {columns: {p: {references: ⟦patiens⟧.patient_id}}}, ${patients}}`,
  };
  const [finding] = expectFound(unknownDataset, texts, [
    'Column `p` of `claim` references `patiens`, which is not a dataset; did you mean `patients`?',
  ]);
  expect(applyFix(texts, finding!).schema).toContain('references: patients.patient_id');
});

test('reads references in their long form, and says what to do when no name is near', () => {
  const schema = `tables: {claim: {columns: {p: {references: {to: "⟦weather⟧.day", retry_days: 3}}}}, ${patients}}`;
  expectFound(unknownDataset, { config, schema }, [
    'Column `p` of `claim` references `weather`, which is not a dataset; describe it in the schema, or take `references` away.',
  ]);
});

test('reports an environment that sets up an unknown dataset, also when another one is chosen', () => {
  const texts = {
    config: `default_environment: local\n${config}\nenvironments:\n  local: {sources: {claim: {path: x/}}}\n  test: {sources: {⟦cliam⟧: {path: y/}}}\n`,
    schema: `tables: {claim: {columns: {a: {type: string}}}, ${patients}}`,
  };
  const [finding] = expectFound(unknownDataset, texts, [
    'Environment `test` sets up `cliam`, which is not a dataset; did you mean `claim`?',
  ]);
  expectSilence(unknownDataset, applyFix(texts, finding!));
});

test('lets an environment add a source for a table that is described', () => {
  const schema = `tables: {claim: {columns: {a: {type: string}}}, extra: {columns: {a: {type: string}}}, ${patients}}`;
  expectSilence(unknownDataset, {
    config: `${config}\nenvironments: {test: {sources: {extra: {path: y/}}}}`,
    schema,
  });
});

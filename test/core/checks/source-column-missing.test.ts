import { expect, test } from 'vitest';
import { sourceColumnMissing } from '../../../core/checks/source-column-missing.ts';
import { applyFix, expectFound, expectSilence } from './support/expect-check.ts';
import { sampleFacts } from './support/sample.ts';

const config = 'sources: {claim: {path: in/, merge_key: claim_id}}';

test('reports a column that the file lacks, and what comes of it', () => {
  const schema =
    'tables: {claim: {columns: {⟦claim_id⟧: {}, ⟦city⟧: {}, ⟦day⟧: {required: true}, kind: {}}}}';
  expectFound(sourceColumnMissing, { config, schema, facts: sampleFacts('claim', 'kind') }, [
    'Column `claim_id` of `claim` is not in `in/claim.csv`, so that the run will stop; correct its name, or take the column away.',
    'Column `city` of `claim` is not in `in/claim.csv`, so that it will be NULL in every row; correct its name, or take the column away.',
    'Column `day` of `claim` is not in `in/claim.csv`, so that the run will stop; correct its name, or take the column away.',
  ]);
});

test('recognises a renamed column, and writes its new name down', () => {
  const texts = {
    config,
    schema: 'tables:\n  claim:\n    columns:\n      claim_id: {}\n      ⟦birth_date⟧:\n        type: date\n',
    facts: sampleFacts('claim', 'Claim_ID,Birth Dat'),
  };
  const [finding] = expectFound(sourceColumnMissing, texts, [
    'Column `birth_date` of `claim` is not in `in/claim.csv`, so that it will be NULL in every row; if `Birth Dat` is meant, put that under `rename_from`.',
  ]);
  const mended = applyFix(texts, finding!);
  expect(mended.schema).toContain('        type: date\n        rename_from: Birth Dat\n');
  expectSilence(sourceColumnMissing, { ...mended, facts: texts.facts });
});

test('leaves a list of former names to its writer', () => {
  const schema = 'tables: {claim: {columns: {claim_id: {}, ⟦city⟧: {rename_from: [town]}}}}';
  const [finding] = expectFound(
    sourceColumnMissing,
    { config, schema, facts: sampleFacts('claim', 'claim_id,citty') },
    [expect.stringContaining('if `citty` is meant')],
  );
  expect(finding?.fixes ?? []).toEqual([]);
});

test('matches names as a run does, and says nothing without facts or without a header', () => {
  const schema = 'tables: {claim: {columns: {claim_id: {rename_from: nr}, city: {}}}}';
  expectSilence(sourceColumnMissing, { config, schema, facts: sampleFacts('claim', ' NR , CITY ') });
  expectSilence(sourceColumnMissing, { config, schema });
  const bare = config.replace('path: in/', 'path: in/, format: {header: false}');
  expectSilence(sourceColumnMissing, { config: bare, schema, facts: sampleFacts('claim', '1,2') });
});

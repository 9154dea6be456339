import { test } from 'vitest';
import { sourceColumnUnknown } from '../../../core/checks/source-column-unknown.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';
import { sampleFacts } from './support/sample.ts';

const config = 'sources: {claim: {path: in/, merge_key: claim_id}}';
const schema = 'tables: {claim: {⟦columns⟧: {claim_id: {}, city: {}}}}';

test('reports headers that mean no column, at most five by name', () => {
  expectFound(sourceColumnUnknown, { config, schema, facts: sampleFacts('claim', 'claim_id,city,weather') }, [
    '`weather` of `in/claim.csv` is not in `claim`, which leaves what stands there behind; describe it here, or say `on_drift: ignore`.',
  ]);
  const many = 'claim_id,city,q1,q2,q3,q4,q5,q6,q7';
  const strict = config.replace('path: in/', 'path: in/, on_drift: fail');
  expectFound(sourceColumnUnknown, { config: strict, schema, facts: sampleFacts('claim', many) }, [
    '`q1`, `q2`, `q3`, `q4` and `q5` and 2 more of `in/claim.csv` are not in `claim`, which stops the run; describe them here, or say `on_drift: ignore`.',
  ]);
});

test('leaves a header that a missing column looks like to that column', () => {
  const plain = schema.replace(/[⟦⟧]/g, '');
  expectSilence(sourceColumnUnknown, {
    config,
    schema: plain,
    facts: sampleFacts('claim', 'claim_id,citty'),
  });
});

test('says nothing when drift is to be ignored', () => {
  const plain = schema.replace(/[⟦⟧]/g, '');
  const lax = config.replace('path: in/', 'path: in/, on_drift: ignore');
  expectSilence(sourceColumnUnknown, {
    config: lax,
    schema: plain,
    facts: sampleFacts('claim', 'claim_id,city,weather'),
  });
});

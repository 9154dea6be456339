import { expect, test } from 'vitest';
import { sourceColumnsReordered } from '../../../core/checks/source-columns-reordered.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';
import { sampleFacts } from './support/sample.ts';

const config = 'sources: {claim: {path: in/, merge_key: a}}';

test('mentions another order of the columns', () => {
  const schema = 'tables: {claim: {⟦columns⟧: {a: {}, b: {}, c: {}}}}';
  const [finding] = expectFound(
    sourceColumnsReordered,
    { config, schema, facts: sampleFacts('claim', 'a,c,b') },
    [
      '`in/claim.csv` has its columns in another order than `claim`; they are read by name, so nothing has to change.',
    ],
  );
  expect(finding?.severity).toBe('info');
});

test('is content when columns are only missing or added', () => {
  const schema = 'tables: {claim: {columns: {a: {}, b: {}, c: {}}}}';
  expectSilence(sourceColumnsReordered, { config, schema, facts: sampleFacts('claim', 'x,a,y,c,z') });
});

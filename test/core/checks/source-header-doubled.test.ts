import { test } from 'vitest';
import { sourceHeaderDoubled } from '../../../core/checks/source-header-doubled.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';
import { sampleFacts } from './support/sample.ts';

const config = 'sources: {claim: {path: ⟦in/⟧, merge_key: a}}';
const schema = 'tables: {claim: {columns: {a: {rename_from: nr}, b: {}}}}';

test('reports a header that stands twice, whatever its case', () => {
  expectFound(sourceHeaderDoubled, { config, schema, facts: sampleFacts('claim', 'a,b, B ,x,X') }, [
    '`in/claim.csv` names `b`, `B`, `x` and `X` more than once for one column, and the run would stop there; have the file mended where it is made.',
  ]);
});

test('reports an old and a new name side by side', () => {
  expectFound(sourceHeaderDoubled, { config, schema, facts: sampleFacts('claim', 'a,nr,b') }, [
    '`in/claim.csv` names `a` and `nr` more than once for one column, and the run would stop there; have the file mended where it is made.',
  ]);
});

test('is content with a header of different names', () => {
  const plain = config.replace(/[⟦⟧]/g, '');
  expectSilence(sourceHeaderDoubled, { config: plain, schema, facts: sampleFacts('claim', 'nr,b,c') });
});

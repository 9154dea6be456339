import { expect, test } from 'vitest';
import { nullableKey } from '../../../core/checks/nullable-key.ts';
import { applyFix, expectFound, expectSilence, yaml } from './support/expect-check.ts';

const config = 'sources: {claim: {path: in/, merge_key: claim_id}}';

test('reports a merge key that is not required, and mends it', () => {
  const texts = {
    config,
    schema: yaml`
      tables:
        claim:
          columns:
            ⟦claim_id⟧:
              type: string # from the billing system
              desc: Identifier
            city: {}
    `,
  };
  const [finding] = expectFound(nullableKey, texts, [
    'Column `claim_id` is the merge key of `claim` and not `required`; say `required: true`, because a record without it is quarantined.',
  ]);
  const mended = applyFix(texts, finding!);
  expect(mended.schema).toContain(
    'type: string # from the billing system\n        required: true\n        desc:',
  );
  expectSilence(nullableKey, mended);
});

test('mends a column that is written on one line, and one whose first setting goes on below', () => {
  const flow = { config, schema: 'tables: {claim: {columns: {⟦claim_id⟧: {type: string}}}}' };
  const inFlow = applyFix(flow, expectFound(nullableKey, flow, [expect.any(String)])[0]!);
  expect(inFlow.schema).toBe('tables: {claim: {columns: {claim_id: {required: true, type: string}}}}');
  const block = {
    config,
    schema: 'tables:\n  claim:\n    columns:\n      ⟦claim_id⟧:\n        desc: >\n          long\n',
  };
  const inBlock = applyFix(block, expectFound(nullableKey, block, [expect.any(String)])[0]!);
  expect(inBlock.schema).toContain('claim_id:\n        required: true\n        desc: >\n          long\n');
});

test('offers no edit where the column says nothing at all', () => {
  const schema = 'tables:\n  claim:\n    columns:\n      ⟦claim_id⟧:\n';
  const [finding] = expectFound(nullableKey, { config, schema }, [expect.any(String)]);
  expect(finding?.fixes ?? []).toEqual([]);
});

test('is content with a required key, and with tables that only grow', () => {
  expectSilence(nullableKey, { config, schema: 'tables: {claim: {columns: {claim_id: {required: true}}}}' });
  expectSilence(nullableKey, {
    config: 'sources: {claim: {path: in/, merge_key: claim_id, load: append}}',
    schema: 'tables: {claim: {columns: {claim_id: {}}}}',
  });
});

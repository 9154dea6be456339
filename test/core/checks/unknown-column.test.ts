import { expect, test } from 'vitest';
import { unknownColumn } from '../../../core/checks/unknown-column.ts';
import { applyFix, expectFound, expectSilence } from './support/expect-check.ts';

const columns = 'columns: {claim_id: {type: string}, changed: {type: date}, city: {type: string}}';

test('reports a merge key that is not a column, and mends it', () => {
  const texts = {
    config: 'sources: {claim: {path: in/, merge_key: ⟦clam_id⟧}}',
    schema: `tables: {claim: {${columns}}}`,
  };
  const [finding] = expectFound(unknownColumn, texts, [
    'Column `clam_id` is not in `claim`; did you mean `claim_id`?',
  ]);
  const mended = applyFix(texts, finding!);
  expect(mended.config).toBe('sources: {claim: {path: in/, merge_key: claim_id}}');
  expectSilence(unknownColumn, mended);
});

test('reports each unknown part of a key, the column of changes, the mask and the partition', () => {
  const texts = {
    config: `sources:\n  claim:\n    path: in/\n    merge_key:\n      - claim_id\n      - "⟦line_number⟧"\n    cdc_key: ⟦chnged⟧\n`,
    schema: `tables:\n  claim:\n    ${columns}\n    mask: [⟦first_name⟧]\n    partition_by: ⟦citty⟧\n`,
  };
  const markers = texts.config.replace('"⟦line_number⟧"', '⟦"line_number"⟧');
  expectFound(unknownColumn, { ...texts, config: markers }, [
    'Column `line_number` is not in `claim`; name a column of `claim` in `merge_key`.',
    'Column `chnged` is not in `claim`; did you mean `changed`?',
    'Column `first_name` is not in `claim`; name a column of `claim` in `mask`.',
    'Column `citty` is not in `claim`; did you mean `city`?',
  ]);
});

test('reports a reference to a column that the parent does not have', () => {
  const texts = {
    config: 'sources: {claim: {path: a/}, visit: {path: b/}}',
    schema: `tables: {claim: {${columns}}, visit: {columns: {claim: {references: claim.⟦claim_ids⟧}}}}`,
  };
  const [finding] = expectFound(unknownColumn, texts, [
    'Column `claim_ids` is not in `claim`; did you mean `claim_id`?',
  ]);
  expect(applyFix(texts, finding!).schema).toContain('references: claim.claim_id}');
});

test('ignores case as engines do, but not in a mask, which would otherwise hide nothing', () => {
  const config = 'sources: {claim: {path: in/, merge_key: Claim_ID, cdc_key: CHANGED}}';
  expectSilence(unknownColumn, { config, schema: `tables: {claim: {${columns}}}` });
  expectFound(unknownColumn, { config, schema: `tables: {claim: {${columns}, mask: [⟦City⟧]}}` }, [
    'Column `City` is not in `claim`; did you mean `city`?',
  ]);
});

test('names the place in the environment where the key was overridden', () => {
  const config =
    'sources: {claim: {path: in/, merge_key: claim_id}}\nenvironments: {test: {sources: {claim: {merge_key: ⟦claim_idd⟧}}}}';
  expectFound(unknownColumn, { config, schema: `tables: {claim: {${columns}}}`, environment: 'test' }, [
    'Column `claim_idd` is not in `claim`; did you mean `claim_id`?',
  ]);
});

test('does not edit a value that it did not read plainly', () => {
  const config = 'variables: {key: clam_id}\nsources: {claim: {path: in/, merge_key: "⟦${key}⟧"}}'.replace(
    '"⟦${key}⟧"',
    '⟦"${key}"⟧',
  );
  const [finding] = expectFound(unknownColumn, { config, schema: `tables: {claim: {${columns}}}` }, [
    'Column `clam_id` is not in `claim`; did you mean `claim_id`?',
  ]);
  expect(finding?.fixes ?? []).toEqual([]);
});

test('keeps silent about a table that is broken, or not there', () => {
  const config = 'sources:\n  claim: {path: in/, merge_key: clam_id}\n';
  expectSilence(unknownColumn, {
    config,
    schema: 'tables:\n  claim:\n    columns:\n      a: {type: string\n',
  });
  expectSilence(unknownColumn, { config, schema: 'tables:\n  visit:\n    columns: {a: {type: string}}\n' });
});

test('reports columns in conditions, where case is ignored, and mends them', () => {
  const texts = {
    config: 'sources: {claim: {path: in/, merge_key: claim_id}}',
    schema: `tables:
  claim:
    columns: {claim_id: {}, no: {type: int}, changed: {type: date}}
    checks:
      - CLAIM_ID <> 'x' AND ⟦chnged⟧ IS NOT NULL
      - {name: some, table: count(⟦weather⟧) > 0}
    delete_when: '⟦noo⟧ = 1'
`,
  };
  const found = expectFound(unknownColumn, texts, [
    'Column `chnged` is not in `claim`; did you mean `changed`?',
    'Column `weather` is not in `claim`; name one of its columns in check `some` of `claim`.',
    'Column `noo` is not in `claim`; did you mean `no`?',
  ]);
  expect(applyFix(texts, found[0]!).schema).toContain("- CLAIM_ID <> 'x' AND changed IS NOT NULL\n");
  expect(applyFix(texts, found[2]!).schema).toContain("delete_when: 'no = 1'\n");
});

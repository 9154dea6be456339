import { test } from 'vitest';
import { maskedTableCheck } from '../../../core/checks/masked-table-check.ts';
import { expectFound, expectSilence, yaml } from './support/expect-check.ts';

test('reports a table check over a column that is masked away', () => {
  const schema = yaml`
    tables:
      claim:
        columns: {who: {}, card: {mask: redact}, key: {mask: hash}, n: {type: int}}
        mask: [who]
        checks:
          - {name: people, table: count(DISTINCT ⟦who⟧) > 1 AND count(key) > count(n)}
          - {name: cards, table: count(⟦card⟧) > 1}
  `;
  expectFound(maskedTableCheck, { schema }, [
    'Column `who` is masked, and NULL in every row that check `people` of `claim` reads; check it record by record with `expr`, or mask it with `hash`.',
    'Column `card` is masked, and the same text in every row that check `cards` of `claim` reads; check it record by record with `expr`, or mask it with `hash`.',
  ]);
});

test('is content with checks of records, which see the clear value', () => {
  const schema = 'tables: {claim: {columns: {who: {}}, mask: [who], checks: [length(who) > 1]}}';
  expectSilence(maskedTableCheck, { schema });
});

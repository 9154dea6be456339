import { test } from 'vitest';
import { maskedLiteral } from '../../../core/checks/masked-literal.ts';
import { expectFound, expectSilence, yaml } from './support/expect-check.ts';

test('reports values of masked columns in rules of their own', () => {
  const schema = 'tables: {claim: {columns: {who: {⟦valid_vals⟧: [Ann, Bob], ⟦default⟧: Ann}}, mask: [who]}}';
  expectFound(maskedLiteral, { schema }, [
    "`valid_vals` holds values of column `who` of `claim`, which is masked, and they stay in the project's files and plans in clear; use `pattern` or take it away.",
    "`default` holds values of column `who` of `claim`, which is masked, and they stay in the project's files and plans in clear; use `pattern` or take it away.",
  ]);
});

test('reports values that conditions compare with a masked column, also through a function', () => {
  const schema = yaml`
    tables:
      claim:
        columns: {who: {}, n: {type: int}}
        mask: [who]
        checks:
          - n > 1 OR lower(WHO) IN (⟦'ann'⟧, ⟦'bob'⟧)
          - CASE who WHEN ⟦'Ann'⟧ THEN n = 1 ELSE n = 2 END
          - who LIKE ⟦'A%'⟧
        delete_when: who = ⟦'Ann'⟧
  `;
  const one = "stays in the project's files and plans in clear; use `pattern`, or leave the value out.";
  expectFound(maskedLiteral, { schema }, [
    `The value that check \`check_1\` of \`claim\` compares with masked \`who\` ${one}`,
    `The value that check \`check_1\` of \`claim\` compares with masked \`who\` ${one}`,
    `The value that check \`check_2\` of \`claim\` compares with masked \`who\` ${one}`,
    `The value that check \`check_3\` of \`claim\` compares with masked \`who\` ${one}`,
    `The value that \`delete_when\` of \`claim\` compares with masked \`who\` ${one}`,
  ]);
});

test('is content with shapes and sizes, with presence, and with values of clear columns', () => {
  const schema = yaml`
    tables:
      claim:
        columns: {who: {pattern: '[A-Z].*'}, n: {type: int, valid_vals: [1]}, other: {}}
        mask: [who]
        checks: ['length(who) > 3 AND n = 1', 'who IS NOT NULL OR n IN (1, 2)', 'who = other', "other = 'x'"]
  `;
  expectSilence(maskedLiteral, { schema });
});

import { expect, test } from 'vitest';
import { invalidExpression } from '../../../core/checks/invalid-expression.ts';
import { expectFound, expectSilence, yaml } from './support/expect-check.ts';

test('reports what is no condition of the closed grammar, at its place in a list, a block and a quoted text', () => {
  const schema = yaml`
    tables:
      claim:
        columns: {a: {type: int}, b: {type: int}}
        checks:
          - a ⟦/⟧ b > 1
          - name: two
            expr: >
              a > 0 AND
              b ⟦;⟧ 5
          - {name: three, table: 'count(*) > 0 ⟦)⟧'}
        delete_when: "a ⟦||⟧ b"
  `;
  expectFound(invalidExpression, { schema }, [
    'Division is not part of checks; multiply the other side instead, or use a check with `engine: spark`.',
    'An expression ends without `;`; remove it.',
    '`)` closes nothing; remove it.',
    expect.stringContaining('`||` is not part of checks'),
  ]);
});

test('is content with conditions, and leaves queries of Spark to Spark', () => {
  const schema = yaml`
    tables:
      claim:
        columns: {a: {type: int}}
        checks:
          - a > 0 OR a IS NULL
          - {name: sane, table: sum(a) > 0}
          - {name: spark_only, sql: 'SELECT a / 2 FROM claim WHERE a % 2 = 1;'}
        delete_when: a = 9
  `;
  expectSilence(invalidExpression, { schema });
});

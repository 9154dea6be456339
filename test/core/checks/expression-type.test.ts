import { expect, test } from 'vitest';
import { expressionType } from '../../../core/checks/expression-type.ts';
import { expectFound, expectSilence, yaml } from './support/expect-check.ts';

const columns = 'columns: {n: {type: int}, s: {}, day: {type: date}, ssn: {type: int}}';

test('reports values that cannot be compared, and conditions that are none', () => {
  const schema = yaml`
    tables:
      claim:
        ${columns}
        checks:
          - n = ⟦'five'⟧
          - n > 0 AND ⟦s⟧
          - ⟦n + 1⟧
          - {name: total, table: ⟦sum(n)⟧}
        delete_when: ⟦upper(s)⟧
  `;
  expectFound(expressionType, { schema }, [
    "A number is compared with the text 'five'; write it without quotes.",
    'A condition is expected here, and this is a string; compare it with something.',
    'A condition is true or false, and check `check_3` of `claim` is bigint; compare it with something.',
    expect.stringContaining('A condition is true or false, and check `total` of `claim` is'),
    'A condition is true or false, and `delete_when` of `claim` is string; compare it with something.',
  ]);
});

test('reports an aggregate over one record, and a bare column over a whole table', () => {
  const schema = yaml`
    tables:
      claim:
        ${columns}
        checks:
          - ⟦sum(n)⟧ > 1
          - {name: whole, table: ⟦n⟧ > 1}
  `;
  expectFound(expressionType, { schema }, [
    expect.stringContaining('sum'),
    '`n` stands outside an aggregate; write `min(n)`, or use a row check with `expr:`.',
  ]);
});

test('reads a masked column as the text that rules see', () => {
  const schema = yaml`
    tables:
      claim:
        ${columns}
        mask: [ssn]
        checks:
          - ssn > ⟦5⟧
  `;
  expectFound(expressionType, { schema }, ['A string is compared with an int; compare values of one type.']);
});

test('leaves unknown columns and broken conditions to their own findings', () => {
  const schema = yaml`
    tables:
      claim:
        ${columns}
        checks: [nn > 1, n > , day >= '2020-01-01' AND n BETWEEN 1 AND 2, 'S LIKE ''a%''', 'NULL']
  `;
  expectSilence(expressionType, { schema });
});

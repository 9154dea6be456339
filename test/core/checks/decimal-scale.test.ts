import { test } from 'vitest';
import { decimalScale } from '../../../core/checks/decimal-scale.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports more digits after the point than in all', () => {
  expectFound(
    decimalScale,
    {
      schema: "tables: {claim: {columns: {cost: {type: '⟦decimal(4,8)⟧'}}}}".replace(
        "'⟦decimal(4,8)⟧'",
        "⟦'decimal(4,8)'⟧",
      ),
    },
    [
      '`decimal(4,8)` of column `cost` of `claim` has 8 digits after the point and only 4 in all; the first number counts all digits, as in `decimal(12,8)`.',
    ],
  );
});

test('is content with a scale as large as the precision', () => {
  expectSilence(decimalScale, {
    schema: "tables: {claim: {columns: {a: {type: 'decimal(4,4)'}, b: {type: int}}}}",
  });
});

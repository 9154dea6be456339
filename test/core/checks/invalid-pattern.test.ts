import { expect, test } from 'vitest';
import { invalidPattern } from '../../../core/checks/invalid-pattern.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports what engines would read differently, at its place', () => {
  const schema = "tables: {claim: {columns: {a: {pattern: 'a⟦(?=⟧b)'}, b: {pattern: '(a)⟦\\1⟧'}}}}";
  expectFound(invalidPattern, { schema }, [expect.any(String), expect.any(String)]);
});

test('is content with what they have in common', () => {
  expectSilence(invalidPattern, {
    schema: "tables: {claim: {columns: {a: {pattern: '[A-Z]{2}(-[0-9]+)?'}, b: {}}}}",
  });
});

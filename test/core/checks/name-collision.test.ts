import { expect, test } from 'vitest';
import { nameCollision } from '../../../core/checks/name-collision.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

const columns = '{columns: {id: {}}}';

test('reports datasets whose names differ in case alone, in both files', () => {
  const texts = {
    config: 'sources: {claim: {path: a/}, ⟦Claim⟧: {path: b/}}',
    schema: `tables: {claim: ${columns}, ⟦Claim⟧: ${columns}}`,
  };
  const found = expectFound(nameCollision, texts, [
    'Datasets `Claim` and `claim` would be one table, because engines ignore case; rename one.',
    'Datasets `Claim` and `claim` would be one table, because engines ignore case; rename one.',
  ]);
  expect(found[0]?.related?.[0]?.message).toBe('`claim` is here');
});

test('reports columns whose names differ in case alone', () => {
  const schema = 'tables: {claim: {columns: {id: {}, city: {}, ⟦ID⟧: {}}}}';
  expectFound(nameCollision, { schema }, [
    'Columns `ID` and `id` of `claim` would be one, because engines and headers ignore case; rename one.',
  ]);
});

test('reports a former name that is also a column, or the former name of another one', () => {
  const schema =
    'tables: {claim: {columns: {id: {rename_from: [nr, ⟦City⟧]}, city: {}, key: {rename_from: ⟦NR⟧}}}}';
  expectFound(nameCollision, { schema }, [
    'A header `City` would mean both `id` and `city` of `claim`; take it out of `rename_from` of one.',
    'A header `NR` would mean both `key` and `id` of `claim`; take it out of `rename_from` of one.',
  ]);
});

test('reports checks whose names differ in case alone', () => {
  const schema =
    'tables: {claim: {columns: {id: {}}, checks: [{name: sane, expr: id = id}, {name: ⟦Sane⟧, expr: id = id}]}}';
  expectFound(nameCollision, { schema }, [
    'Two checks of `claim` are named `Sane`, so that their results could not be told apart; rename one.',
  ]);
});

test('lets a column list its own name in another case, and two tables share column names', () => {
  const schema = `tables: {claim: {columns: {id: {rename_from: [ID, Nr]}}}, visit: ${columns}}`;
  expectSilence(nameCollision, { schema });
});

import { expect, test } from 'vitest';
import { referenceNotUnique } from '../../../core/checks/reference-not-unique.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

const child = 'claim: {columns: {p: {references: patients.⟦city⟧}}}';

test('reports a parent column that is neither the key nor unique, and shows where it is described', () => {
  const texts = {
    config: 'sources: {claim: {path: a/}, patients: {path: b/, merge_key: id}}',
    schema: `tables: {${child}, patients: {columns: {id: {}, city: {}}}}`,
  };
  const [finding] = expectFound(referenceNotUnique, texts, [
    '`patients.city` is neither the merge key of `patients` nor `unique`; refer to its key, or say `unique: true` there.',
  ]);
  expect(finding?.related?.[0]?.message).toBe('`city` is described here');
});

test('reports a part of a longer key, and a key that is only appended', () => {
  const schema = `tables: {${child}, patients: {columns: {id: {}, city: {}}}}`;
  for (const source of ['merge_key: [id, city]', 'merge_key: city, load: append']) {
    const config = `sources: {claim: {path: a/}, patients: {path: b/, ${source}}}`;
    expectFound(referenceNotUnique, { config, schema }, [
      '`patients.city` is neither the merge key of `patients` nor `unique`; refer to its key, or say `unique: true` there.',
    ]);
  }
});

test('is content with the whole key in any case, and with a unique column', () => {
  const schema =
    'tables: {claim: {columns: {p: {references: patients.id}, q: {references: patients.nr}}}, patients: {columns: {id: {}, nr: {unique: true}}}}';
  expectSilence(referenceNotUnique, {
    config: 'sources: {claim: {path: a/}, patients: {path: b/, merge_key: ID}}',
    schema,
  });
});

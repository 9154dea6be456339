import { test } from 'vitest';
import { referenceCycle } from '../../../core/checks/reference-cycle.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('tells a ring once, at its first reference', () => {
  const schema = `tables:
  a: {columns: {id: {}, b: {references: ⟦b.id⟧}}}
  b: {columns: {id: {}, c: {references: c.id}}}
  c: {columns: {id: {}, a: {references: a.id}}}
  d: {columns: {a: {references: a.id}}}`;
  expectFound(referenceCycle, { schema }, [
    '`a` references `b`, which leads back to `a`; records that wait for each other are quarantined and retried with the next run.',
  ]);
});

test('tells a dataset that refers to itself', () => {
  const schema = 'tables: {staff: {columns: {id: {}, boss: {references: ⟦staff.id⟧}}}}';
  expectFound(referenceCycle, { schema }, [
    '`staff` references itself; a record whose parent arrives in the same delivery is quarantined and retried with the next run.',
  ]);
});

test('says nothing of references that end', () => {
  const schema =
    'tables: {a: {columns: {id: {}, b: {references: b.id}, c: {references: c.id}}}, b: {columns: {id: {}, c: {references: c.id}}}, c: {columns: {id: {}}}}';
  expectSilence(referenceCycle, { schema });
});

import { expect, test } from 'vitest';
import { likelyPii } from '../../../core/checks/likely-pii.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

const config = 'sources: {claim: {path: in/}}';

test('hints at columns whose names say that they are personal', () => {
  const schema =
    'tables: {claim: {columns: {⟦SSN⟧: {}, ⟦date_of_birth⟧: {type: date}, ⟦email_address⟧: {}, ⟦last_name⟧: {}}}}';
  const found = expectFound(likelyPii, { config, schema }, [
    'Column `SSN` of `claim` looks like a social security number; mask it, or tag it with `pii`.',
    'Column `date_of_birth` of `claim` looks like a date of birth; mask it, or tag it with `pii`.',
    'Column `email_address` of `claim` looks like an e-mail address; mask it, or tag it with `pii`.',
    "Column `last_name` of `claim` looks like a person's name; mask it, or tag it with `pii`.",
  ]);
  expect(new Set(found.map((finding) => finding.severity))).toEqual(new Set(['hint']));
});

test('does not guess at names that may mean anything, and not at columns somebody has thought about', () => {
  const schema =
    'tables: {claim: {columns: {facility_name: {}, name: {}, assignment: {}, ssn: {pii: ssn}, phone: {mask: hash}, address_type: {}}}}';
  expectSilence(likelyPii, { config, schema });
});

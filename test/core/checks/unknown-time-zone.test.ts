import { expect, test } from 'vitest';
import { unknownTimeZone } from '../../../core/checks/unknown-time-zone.ts';
import { applyFix, expectFound, expectSilence } from './support/expect-check.ts';

test('reports a zone that does not exist, and mends a mistyped one', () => {
  const texts = { config: 'sources: {a: {path: a/, time_zone: ⟦Europe/Berln⟧}}' };
  const [finding] = expectFound(unknownTimeZone, texts, [
    '`Europe/Berln` is not a time zone; did you mean `Europe/Berlin`?',
  ]);
  expect(applyFix(texts, finding!).config).toContain('time_zone: Europe/Berlin}');
});

test('reports an offset, which knows no summer time', () => {
  expectFound(unknownTimeZone, { config: "sources: {a: {path: a/, time_zone: ⟦'+02:00'⟧}}" }, [
    '`+02:00` is not a time zone; write a name of the IANA list, such as `Europe/Berlin` or `UTC`.',
  ]);
});

test('is content with names of the IANA list', () => {
  expectSilence(unknownTimeZone, {
    config:
      'sources: {a: {path: a/, time_zone: America/New_York}, b: {path: b/}, c: {path: c/, time_zone: Asia/Kolkata}}',
  });
});

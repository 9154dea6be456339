import { expect, test } from 'vitest';
import { formatAge, formatAmount, formatCount, formatDuration } from '../../../client/text/amounts.ts';

test('counts have separators, and one is one', () => {
  expect([formatCount(0), formatCount(999), formatCount(1_234_567)]).toEqual(['0', '999', '1,234,567']);
  expect([formatAmount(1, 'row'), formatAmount(2, 'row')]).toEqual(['1 row', '2 rows']);
});

test('durations and ages take the unit that fits', () => {
  expect([40, 1234, 185_000, 7_260_000].map(formatDuration)).toEqual([
    '0.04 s',
    '1.2 s',
    '3 min 05 s',
    '2 h 01 min',
  ]);
  const minute = 60_000;
  expect([-5, 5 * minute, 180 * minute, 1441 * minute].map(formatAge)).toEqual([
    'just now',
    '5 min ago',
    '3 h ago',
    '1 day ago',
  ]);
});

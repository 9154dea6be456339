import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatBytes,
  formatCount,
  formatDuration,
  formatShare,
} from '../../../core/report/amounts.ts';

describe('amounts', () => {
  it('groups digits by thousands', () => {
    expect([0, 999, 1_000, 1_234_567].map(formatCount)).toEqual(['0', '999', '1,000', '1,234,567']);
    expect([formatAmount(1, 'row'), formatAmount(2_000, 'row'), formatAmount(0, 'entry', 'entries')]).toEqual(
      ['1 row', '2,000 rows', '0 entries'],
    );
  });

  it('never writes 1000 of a unit that has a greater one', () => {
    expect([0, 999, 1_000, 12_345, 999_499, 999_500, 1_900_000_000].map(formatBytes)).toEqual([
      '0 B',
      '999 B',
      '1.0 kB',
      '12.3 kB',
      '999 kB',
      '1.0 MB',
      '1.9 GB',
    ]);
  });

  it('names durations as people do, carrying over at sixty', () => {
    expect([0, 40, 1_234, 59_900, 59_960, 185_000, 7_260_000].map(formatDuration)).toEqual([
      '0.00 s',
      '0.04 s',
      '1.2 s',
      '59.9 s',
      '1 min 00 s',
      '3 min 05 s',
      '2 h 01 min',
    ]);
  });

  it('never rounds something to nothing, nor almost all to all', () => {
    expect(formatShare(0, 0)).toBe('0 %');
    expect(formatShare(1, 1_000_000)).toBe('< 0.1 %');
    expect(formatShare(999_999, 1_000_000)).toBe('> 99.9 %');
    expect(formatShare(123, 1_000)).toBe('12.3 %');
    expect(formatShare(5, 5)).toBe('100 %');
  });
});

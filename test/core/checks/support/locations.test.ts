import { describe, expect, test } from 'vitest';
import { globsMeet } from '../../../../core/checks/support/globs-meet.ts';
import { compareLocations, readLocation } from '../../../../core/checks/support/locations.ts';

const relation = (left: string, right: string) => compareLocations(readLocation(left), readLocation(right));

describe('compareLocations', () => {
  test('tells the same folder in other words', () => {
    expect(relation('in/', './in')).toBe('same');
    expect(relation('in/a/..', 'in//')).toBe('same');
    expect(relation('s3://b/x/', 's3a://b/x')).toBe('same');
    expect(relation('file:///data/', '/data')).toBe('same');
    expect(relation('file://localhost/data/', 'file:/data'.replace('file:', 'file://'))).toBe('same');
  });

  test('tells which folder lies in which', () => {
    expect(relation('in/', 'in/a/')).toBe('inside');
    expect(relation('in/a/', 'in/')).toBe('around');
    expect(relation('./', 'in/')).toBe('inside');
  });

  test('tells apart what only looks alike', () => {
    expect(relation('in/', 'input/')).toBeNull();
    expect(relation('in/', '/in/')).toBeNull();
    expect(relation('s3://a/in/', 's3://b/in/')).toBeNull();
    expect(relation('../in/', '../in/')).toBeNull();
  });
});

describe('globsMeet', () => {
  test('finds a name that both patterns match, if there is one', () => {
    const meeting = [
      ['*', 'a'],
      ['a*', '*b'],
      ['a?c', 'a*'],
      ['*.csv', '*.csv'],
      ['a*b*c', 'abc'],
      ['**', '?'],
    ] as const;
    for (const [left, right] of meeting) {
      expect([left, right, globsMeet(left, right), globsMeet(right, left)]).toEqual([
        left,
        right,
        true,
        true,
      ]);
    }
  });

  test('finds none where none can be', () => {
    const apart = [
      ['a*', 'b*'],
      ['*.csv', '*.tsv'],
      ['?', '??'],
      ['a', ''],
      ['a*c', 'a*d'],
      ['abc', 'ab'],
    ] as const;
    for (const [left, right] of apart) {
      expect([left, right, globsMeet(left, right), globsMeet(right, left)]).toEqual([
        left,
        right,
        false,
        false,
      ]);
    }
  });
});

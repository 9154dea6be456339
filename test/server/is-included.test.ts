import { describe, expect, it } from 'vitest';
import { isIncluded } from '../../server/is-included.ts';

const excluding = (...exclude: readonly string[]) => ({ include: ['**'], exclude });

describe('isIncluded', () => {
  it.each([
    ['a/', 'a', false],
    ['a/b/', 'a', false],
    ['ab/', 'a', true],
    ['a/', 'a/', false],
    ['x/fixtures/', '**/fixtures', false],
    ['fixtures/', '**/fixtures', false],
    ['fixtures/deep/er/', '**/fixtures/**', false],
    ['my-fixtures/', '**/fixtures', true],
    ['team-1/', 'team-?', false],
    ['team-12/', 'team-?', true],
    ['old.1/', 'old.*', false],
    ['oldx1/', 'old.*', true],
    ['', '.', false],
    ['a/', '.', true],
    ['', '**', false],
  ])('a project at %j with %j left out: %j', (path, glob, expected) => {
    expect(isIncluded(path, excluding(glob))).toBe(expected);
  });

  it('wants one of the globs that include', () => {
    const globs = { include: ['teams/*', 'shared'], exclude: ['teams/old'] };
    expect(
      ['teams/new/', 'teams/old/', 'shared/', 'other/', ''].map((path) => isIncluded(path, globs)),
    ).toEqual([true, false, true, false, false]);
  });

  it('is not slowed down by a glob of many stars', () => {
    const start = process.cpuUsage();
    isIncluded(`${'a'.repeat(2000)}/`, excluding('*'.repeat(500)));
    expect(process.cpuUsage(start).user).toBeLessThan(200_000);
  });
});

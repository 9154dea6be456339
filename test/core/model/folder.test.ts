import { describe, expect, it } from 'vitest';
import { asFolder, besideFolder } from '../../../core/model/folder.ts';

describe('folders', () => {
  it('end with a slash', () => {
    expect(asFolder('a')).toBe('a/');
    expect(asFolder('a/')).toBe('a/');
  });

  it.each([
    ['target/', 'archive/'],
    ['a/b/target/', 'a/b/archive/'],
    ['s3a://bucket/target/', 's3a://bucket/archive/'],
    ['s3a://bucket/', 's3a://bucket/archive/'],
    ['file:///data/target/', 'file:///data/archive/'],
    ['/data/target/', '/data/archive/'],
    ['../', '../../archive/'],
    ['./', './../archive/'],
  ])('beside %s stands %s', (folder, beside) => {
    expect(besideFolder(folder, 'archive')).toBe(beside);
  });
});

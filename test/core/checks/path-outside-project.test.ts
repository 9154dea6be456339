import { test } from 'vitest';
import { pathOutsideProject } from '../../../core/checks/path-outside-project.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports paths that climb out of the project or of a bucket', () => {
  const config = `target_path: ⟦../target/⟧
sources:
  a: {path: ⟦in/../../other/⟧}
  b: {path: ⟦s3a://bucket/../other/⟧}
`;
  expectFound(pathOutsideProject, { config }, [
    '`../target/` leads out of the project; write a path without `..`, or `file://` with the whole path.',
    '`in/../../other/` leads out of the project; write a path without `..`, or `file://` with the whole path.',
    '`s3a://bucket/../other/` leads out of `s3://bucket`; write a path without `..`.',
  ]);
});

test('reports an absolute path that is not said openly', () => {
  expectFound(pathOutsideProject, { config: 'sources: {a: {path: ⟦/data/in/⟧}}' }, [
    '`/data/in/` is an absolute path; write `file:///data/in/`, or a path inside the project.',
  ]);
});

test('is content with paths inside the project, with remote ones, and with `file://`', () => {
  expectSilence(pathOutsideProject, {
    config:
      'target_path: s3a://bucket/target/\nsources: {a: {path: ./in/x/../a/}, b: {path: file:///data/in/}, c: {path: s3://bucket/in/}}',
  });
});

import { expect, it } from 'vitest';
import { publishedPath } from '../../../engine/spark/published-path.ts';

it.each([
  ['target_path: s3a://lake/target/\n', 's3a://lake/artifacts/'],
  ['target_path: s3a://lake/target\r\nx: 1\r\n', 's3a://lake/artifacts/'],
  ['target_path: target/ # where tables are\n', 'artifacts/'],
  ['target_path: file:///srv/a#b/target/\nartifacts_path: "file:///srv/out"\n', 'file:///srv/out/'],
  ["artifacts_path: 's3a://lake/it is here/'   # really\ntarget_path: x/\n", 's3a://lake/it is here/'],
  ['environments:\n  local:\n    target_path: target/\ntarget_path: other/t/\n', 'other/artifacts/'],
])('reads the plain top-level line of %j', (text, path) => {
  expect(publishedPath(text)).toBe(path);
});

it.each([
  'sources: {}\n',
  'target_path: s3a://${bucket}/target/\n',
  'target_path: >\n  s3a://lake/target/\n',
  'target_path: *here\n',
  'target_path: !!str target/\n',
  'target_path: "s3a:\\/\\/lake"\n',
  '{target_path: target/}\n',
  'environments:\n  local:\n    target_path: target/\n',
])('finds nothing in %j, which only a YAML reader understands', (text) => {
  expect(publishedPath(text)).toBeNull();
});

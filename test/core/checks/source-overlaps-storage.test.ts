import { expect, test } from 'vitest';
import { sourceOverlapsStorage } from '../../../core/checks/source-overlaps-storage.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports a source that is a folder runs write to, or lies inside one', () => {
  const config = `target_path: target/
archive_path: done/
logs_path: s3://logs/all/
sources:
  a: {path: ⟦target⟧}
  b: {path: ⟦done/b/⟧}
  c: {path: ⟦s3a://logs/all/in/⟧}
`;
  const found = expectFound(sourceOverlapsStorage, { config }, [
    'The source of `a` is `target_path` itself; read from a folder of its own.',
    'The source of `b` lies inside `archive_path`, where runs write; move one of them.',
    'The source of `c` lies inside `logs_path`, where runs write; move one of them.',
  ]);
  expect(found[0]?.related?.[0]?.message).toBe('`target_path` is here');
});

test('reports an archive inside a source that is read with its subfolders, and only mentions it otherwise', () => {
  const config = 'archive_path: in/done/\nsources: {a: {path: ⟦in/⟧, recursive: true}}';
  const [error] = expectFound(sourceOverlapsStorage, { config }, [
    '`archive_path` lies inside the source of `a`, which would read it with `recursive`; move one of them.',
  ]);
  expect(error?.severity).toBe('error');
  const [info] = expectFound(sourceOverlapsStorage, { config: config.replace(', recursive: true', '') }, [
    '`archive_path` lies inside the source of `a`; keep it outside, so that `recursive` stays possible.',
  ]);
  expect(info?.severity).toBe('info');
});

test('knows the folders that stand beside the target by default, and points at the target', () => {
  const config = 'target_path: data/target/\nsources: {a: {path: ⟦data/archive/a/⟧}}';
  const [finding] = expectFound(sourceOverlapsStorage, { config }, [
    'The source of `a` lies inside `archive_path`, where runs write; move one of them.',
  ]);
  const place = finding?.related?.[0]?.range;
  expect(config.slice(place?.start, place?.end)).toBe('data/target/');
});

test('is content with folders side by side', () => {
  expectSilence(sourceOverlapsStorage, {
    config:
      'target_path: target/\nsources: {a: {path: source/a/}, b: {path: target_b/}, c: {path: s3://x/target/}}',
  });
});

import { test } from 'vitest';
import { sourcePathIsFile } from '../../../core/checks/source-path-is-file.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports a path that ends in the name of a file', () => {
  const config = 'sources: {a: {path: ⟦in/claims.csv⟧}, b: {path: ⟦claims.CSV.gz⟧}}';
  expectFound(sourcePathIsFile, { config }, [
    "The source of `a` is a folder, and `claims.csv` looks like a file; write `path: in/` and `format: {glob: 'claims.csv'}`.",
    "The source of `b` is a folder, and `claims.CSV.gz` looks like a file; write `path: ./` and `format: {glob: 'claims.CSV.gz'}`.",
  ]);
});

test('is content with folders, dots in their names included', () => {
  expectSilence(sourcePathIsFile, { config: 'sources: {a: {path: in/v1.2/}, b: {path: csv/}}' });
});

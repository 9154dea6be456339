import { expect, test } from 'vitest';
import { unusablePath } from '../../../core/checks/unusable-path.ts';
import { applyFix, expectFound, expectSilence } from './support/expect-check.ts';

const schema = 'tables: {claim: {columns: {id: {}}}}';

test.each([
  ['s3a:/acme/claim/', 's3a://acme/claim/'],
  ['s3n://acme/claim/', 's3a://acme/claim/'],
  ['arn:aws:s3:::acme/claim/', 's3a://acme/claim/'],
  ['https://acme.s3.eu-west-1.amazonaws.com/claim/', 's3a://acme/claim/'],
  ['https://s3.eu-west-1.amazonaws.com/acme/claim/', 's3a://acme/claim/'],
  ['s3a:///claim/', 's3a://house/claim/'],
  ['file:/data/claim/', 'file:///data/claim/'],
  ['source\\claim', 'source/claim'],
])('reports %s, and mends it', (written, meant) => {
  const texts = { config: `s3_bucket: house\nsources:\n  claim:\n    path: ⟦${written}⟧\n`, schema };
  const [finding] = expectFound(unusablePath, texts, [expect.stringContaining(`did you mean \`${meant}\``)]);
  const mended = applyFix(texts, finding!);
  expect(mended.config.replace(/'/g, '')).toContain(`path: ${meant}\n`);
  expectSilence(unusablePath, mended);
});

test('reports what cannot be guessed, in every environment and for every folder', () => {
  const texts = {
    config:
      'target_path: ⟦s3a://⟧\nsources: {claim: {path: in/}}\nenvironments: {prod: {logs_path: ⟦~/logs⟧, sources: {claim: {path: ⟦"https://example.org/x"⟧}}}}',
    schema,
  };
  const found = expectFound(unusablePath, texts, [
    '`s3a://` names no bucket; write `s3a://<bucket>/<folder>/`.',
    '`~/logs` begins with `~`, which only shells understand; write `file://` with the whole path.',
    '`https://example.org/x` is an address of the web; write `s3a://<bucket>/<folder>/`, or copy its files to a folder.',
  ]);
  expect(found.flatMap(({ fixes }) => fixes ?? [])).toEqual([]);
});

test('is content with relative paths, stores, variables and files', () => {
  const config = (path: string): string => `variables: {b: acme}\nsources: {claim: {path: "${path}"}}`;
  for (const path of ['source/claim', 's3a://${b}/claim/', 's3://acme', 'file:///data/claim'])
    expectSilence(unusablePath, { config: config(path), schema });
});

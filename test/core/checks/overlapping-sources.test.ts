import { expect, test } from 'vitest';
import { overlappingSources } from '../../../core/checks/overlapping-sources.ts';
import { expectFound, expectSilence } from './support/expect-check.ts';

test('reports two datasets that read one folder, however it is spelled', () => {
  const config = `sources:
  a: {path: s3a://bucket/in}
  b: {path: ⟦s3://bucket/x/../in/⟧}
  c: {path: in}
  d: {path: ⟦./in//⟧}
`;
  const found = expectFound(overlappingSources, { config }, [
    '`a` and `b` read the same folder; give each dataset a folder of its own, or a `glob` that matches its files alone.',
    '`c` and `d` read the same folder; give each dataset a folder of its own, or a `glob` that matches its files alone.',
  ]);
  expect(found[0]?.related?.[0]?.message).toBe('the source of `a` is here');
});

test('reports a source inside one that is read with its subfolders', () => {
  const config = 'sources: {a: {path: in/, recursive: true}, b: {path: ⟦in/b/⟧}, c: {path: ⟦in/⟧}}'.replace(
    ', c: {path: ⟦in/⟧}',
    '',
  );
  expectFound(overlappingSources, { config }, [
    'The source of `b` lies inside the folder that `a` reads with `recursive`; give each dataset a folder of its own, or a `glob` that matches its files alone.',
  ]);
  expectFound(
    overlappingSources,
    { config: 'sources: {b: {path: in/b/}, a: {path: ⟦in/⟧, recursive: true}}' },
    [
      'The source of `b` lies inside the folder that `a` reads with `recursive`; give each dataset a folder of its own, or a `glob` that matches its files alone.',
    ],
  );
});

test('is content with folders inside a source that is read flat, and with names that only begin alike', () => {
  expectSilence(overlappingSources, {
    config:
      'sources: {a: {path: in/}, b: {path: in/b/}, c: {path: input/, recursive: true}, d: {path: s3://one/in/}, e: {path: s3://two/in/}, f: {path: file:///in/}}',
  });
});

test('is content with file name patterns that no name can match both of', () => {
  const sources = (left: string, right: string): string =>
    `sources: {a: {path: in/, format: {glob: '${left}'}}, b: {path: in/, format: {glob: '${right}'}}}`;
  expectSilence(overlappingSources, { config: sources('claim_*.csv', 'patients_*.csv') });
  expectSilence(overlappingSources, { config: sources('*.csv', '*.tsv') });
  expectSilence(overlappingSources, { config: sources('a??', 'a?') });
  const both = sources('claim*', '*.csv').replace('b: {path: in/', 'b: {path: ⟦in/⟧');
  expectFound(overlappingSources, { config: both }, [
    '`a` and `b` read the same folder; give each dataset a folder of its own, or a `glob` that matches its files alone.',
  ]);
});

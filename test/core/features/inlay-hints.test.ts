import { expect, test } from 'vitest';
import { inlayHints } from '../../../core/features/inlay-hints.ts';
import { type MarkedOptions, markedProject, textOf } from './support/marked-project.ts';

/** The text with its hints in `‹…›`; only those of `range` when it is marked. */
function hinted(file: string, text: string, options: MarkedOptions = {}): string {
  const { view, ranges } = markedProject({ [file]: text }, options);
  const plain = textOf(view, file);
  const range = ranges[0]?.range ?? { start: 0, end: plain.length };
  return [...inlayHints(view, file, range)]
    .sort((left, right) => right.offset - left.offset)
    .reduce(
      (result, { offset, label }) => `${result.slice(0, offset)}‹${label}›${result.slice(offset)}`,
      plain,
    );
}

test('shows types that are not written, and what masks make of columns', () => {
  expect(
    hinted(
      'schema/tables_schema.yaml',
      `tables:
  claim:
    columns:
      id:
      a: {required: true}
      born:
        type: date
      day:
        type: date
      own: {type: string, mask: hash}
      digest: {type: int, mask: hash}
      at: {type: date, formats: [yyyyMMdd]}
    mask: [born]
`,
    ),
  ).toBe(`tables:
  claim:
    columns:
      id:‹string›
      a:‹string› {required: true}
      born:‹masked: NULL›
        type: date‹→ string›
      day:
        type: date‹yyyy-MM-dd · M/d/yyyy · M-d-yyyy›
      own: {type: string, mask: hash}
      digest: {type: int‹→ string›, mask: hash}
      at: {type: date, formats: [yyyyMMdd]}
    mask: [born]
`);
});

const config = `variables:
  bucket: acme
environments:
  local:
    target_path: target/
    sources:
      claim:
        path: in/
  test:
    variables: {bucket: acme-test}
    s3_bucket: \${bucket}
target_path: s3a://\${bucket}/target/
sources:
  claim:
    path: s3a://\${bucket}/claim/
  visit:
    path: visit/
    load: append
`;

test('shows values of variables, overrides from both sides, and weighty defaults', () => {
  expect(hinted('conf/config.yaml', config, { environment: 'local' })).toBe(`variables:
  bucket: acme
environments:
  local:
    target_path: target/‹instead of s3a://\${bucket}/target/›
    sources:
      claim:
        path: in/‹instead of s3a://\${bucket}/claim/›
  test:
    variables: {bucket: acme-test‹instead of acme›}
    s3_bucket: \${bucket}‹= acme-test›
target_path: s3a://\${bucket}/target/‹local: target/›‹= s3a://acme/target/›
sources:
  claim:‹load: upsert›
    path: s3a://\${bucket}/claim/‹local: in/›‹= s3a://acme/claim/›
  visit:
    path: visit/
    load: append
`);
});

test('shows only what stands in the range', () => {
  const text = config.replace('claim:\n    path', '⟦claim:\n⟧    path');
  expect(hinted('conf/config.yaml', text, { environment: 'local' }).match(/‹[^›]*›/g)).toEqual([
    '‹load: upsert›',
  ]);
});

test('has none for other files, and keeps long and hostile values short', () => {
  expect(hinted('sql_scripts/a.sql', 'SELECT 1')).toBe('SELECT 1');
  const long = hinted('conf/config.yaml', `variables: {a: "${'x'.repeat(200)}"}\ns3_bucket: \${a}\n`);
  expect(/‹(.*)›/.exec(long)?.[1]?.length).toBeLessThanOrEqual(62);
  const hostile = hinted('conf/config.yaml', 'variables: {a: "b\\e[31m\\nc"}\ns3_bucket: ${a}\n');
  expect(hostile).toContain('‹= b [31m c›');
});

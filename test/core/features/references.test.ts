import { expect, test } from 'vitest';
import { references } from '../../../core/features/references.ts';
import { markedProject, shown } from './support/marked-project.ts';

/** Asserts that from every `▮` the references with declarations are exactly what `⟦…⟧` marks. */
function expectReferences(files: Record<string, string>): void {
  const { view, places, ranges } = markedProject(files);
  expect(places.length).toBeGreaterThan(0);
  for (const place of places) {
    const found = references(view, place, { includeDeclaration: true });
    expect(found.map((location) => shown(view, location))).toEqual(ranges.map((range) => shown(view, range)));
  }
}

test('finds a column everywhere, and nothing of the same name elsewhere', () => {
  expectReferences({
    'conf/config.yaml': `lint:
  ignore: [unmasked-pii tables.claim.columns.⟦id⟧, tables.visit.columns.id]
sources:
  claim: {path: a/, merge_key: [⟦id⟧, line], cdc_key: "⟦id⟧"}
  visit: {path: b/, merge_key: id}
environments:
  test: {sources: {claim: {merge_key: ⟦id⟧}}}
`,
    'schema/tables_schema.yaml': `tables:
  claim:
    columns:
      ⟦i▮d⟧: {type: string, desc: the id}
      line: {type: int}
    mask: [⟦id⟧]
    checks:
      - ⟦ID⟧ > 'id' AND \`⟦i▮d⟧\` < 'z'
  visit:
    columns:
      id: {type: string, references: claim.⟦id⟧}
      other: {references: {to: visit.id}}
    mask: {id: hash}
`,
    'sql_scripts/a.sql': `-- id of claim
SELECT c.⟦id⟧, v.id, length(⟦line⟧line) AS id FROM default.claim c JOIN visit AS v ON c.⟦id⟧ = v.id;
SELECT ⟦id⟧, 'id' FROM claim;
SELECT id FROM visit`.replace('⟦line⟧', ''),
  });
});

test('finds a dataset in keys, environments, references and scripts', () => {
  expectReferences({
    'conf/config.yaml': `target_schema: billing
lint: {ignore: [tables.⟦claim⟧]}
sources:
  ⟦cl▮aim⟧: {path: source/claim/}
environments:
  test: {sources: {⟦claim⟧: {path: b/}}}
`,
    'schema/tables_schema.yaml': `tables:
  ⟦claim⟧:
    columns:
      claim: {type: string}
    checks:
      - sql: |
          SELECT * FROM ⟦claim⟧
            JOIN billing.⟦Claim⟧_quarantine q
  visit:
    columns:
      id: {references: ⟦clai▮m⟧.claim}
`,
    'sql_scripts/a.sql': `SELECT ⟦claim⟧.claim FROM \`⟦claim⟧\`, visit;
WITH claim AS (SELECT 1 AS a) SELECT * FROM claim`,
    'sql_scripts/b.sql': 'SELECT claimed FROM claims, other.claim, spark_catalog.billing.⟦claim⟧',
  });
});

test('leaves declarations out when asked to', () => {
  const { view, place } = markedProject({
    'schema/tables_schema.yaml': 'tables: {claim: {columns: {i▮d: {}}, mask: [id]}}',
  });
  const found = references(view, place, { includeDeclaration: false });
  expect(found.map((location) => shown(view, location))).toEqual(['schema/tables_schema.yaml:43: id']);
  expect(references(view, { ...place, offset: 0 }, { includeDeclaration: true })).toEqual([]);
});

test('finds the uses of a variable', () => {
  expectReferences({
    'conf/config.yaml': `variables: {⟦buc▮ket⟧: acme}
environments:
  test: {variables: {⟦bucket⟧: test}}
target_path: s3a://\${⟦b▮ucket⟧}/target/
s3_bucket: \${⟦bucket⟧:-other} # $\${bucket}
`,
  });
});

import { expect, test } from 'vitest';
import { definition } from '../../../core/features/definition.ts';
import { markedProject, shown } from './support/marked-project.ts';

/** Asserts that the definitions of what `▮` stands in are what `⟦…⟧` marks, from every cursor. */
function expectDefined(files: Record<string, string>): void {
  const { view, places, ranges } = markedProject(files);
  expect(places.length).toBeGreaterThan(0);
  for (const place of places) {
    const found = definition(view, place).map((location) => shown(view, location));
    expect([place.file, ...found]).toEqual([place.file, ...ranges.map((range) => shown(view, range))]);
  }
}

test('finds the column that a setting, a rule, a condition or a script names', () => {
  expectDefined({
    'conf/config.yaml':
      'sources:\n  claim: {path: a/, merge_key: [c▮laim_id], cdc_key: clai▮m_id}\nenvironments:\n  x:\n    sources:\n      claim:\n        merge_key: "▮claim_id"\n',
    'schema/tables_schema.yaml': `tables:
  claim:
    columns:
      ⟦claim_id⟧:
        type: string
    mask: [claim_i▮d]
    partition_by: clai▮m_id
    delete_when: CLAIM_▮ID = 'x'
    checks:
      - length(clai▮m_id) > 0
      - expr: 'claim_i▮d <> ''x'''
      - table: >
          count(*) > 0
            AND max(claim_▮id) > ''
      - sql: SELECT * FROM claim WHERE \`claim_i▮d\` IS NULL
        engine: spark
  visit:
    columns:
      claim: {references: claim.▮claim_id}
      other:
        references:
          to: 'claim.cl▮aim_id'
`,
    'sql_scripts/a.sql': 'SELECT c.clai▮m_id FROM default.claim c WHERE claim_i▮d IS NOT NULL',
  });
});

test('leads from one half of a dataset to the other', () => {
  expectDefined({
    'conf/config.yaml': 'sources:\n  ⟦claim⟧: {path: a/}\n',
    'schema/tables_schema.yaml': 'tables:\n  cla▮im: {columns: {a: {}}}\n',
  });
  expectDefined({
    'conf/config.yaml':
      'sources:\n  cl▮aim: {path: a/}\nenvironments: {x: {sources: {clai▮m: {path: b/}}}}\n',
    'schema/tables_schema.yaml': 'tables:\n  ⟦claim⟧: {columns: {a: {}}}\n',
  });
});

test('finds both halves of the dataset that a reference or a script names', () => {
  const { view, places } = markedProject({
    'conf/config.yaml': 'sources:\n  claim: {path: a/}\n',
    'schema/tables_schema.yaml':
      'tables:\n  claim: {columns: {a: {}}}\n  visit: {columns: {b: {references: cl▮aim.a}}}\n',
    'sql_scripts/a.sql': 'SELECT * FROM cl▮aim_stage',
  });
  for (const place of places) {
    expect(definition(view, place).map((location) => shown(view, location))).toEqual([
      'schema/tables_schema.yaml:10: claim',
      'conf/config.yaml:11: claim',
    ]);
  }
});

test('finds variables and environments', () => {
  expectDefined({
    'conf/config.yaml':
      'variables: {⟦bucket⟧: a}\nenvironments:\n  x:\n    variables:\n      ⟦bucket⟧: b\nsources:\n  claim:\n    path: s3a://${buc▮ket}/claim/\n',
  });
  expectDefined({ 'conf/config.yaml': 'default_environment: loc▮al\nenvironments:\n  ⟦local⟧: {}\n' });
});

test('gives nothing where nothing is named', () => {
  for (const text of [
    '▮',
    'tables:\n  claim:\n    ▮columns: {}',
    '# cl▮aim',
    'tables:\n  claim:\n    mask: [no▮ne]',
  ]) {
    const { view, place } = markedProject({ 'schema/tables_schema.yaml': text });
    expect(definition(view, place)).toEqual([]);
  }
});

import { describe, expect, it } from 'vitest';
import type { Finding } from '../../../core/contracts/finding.ts';
import { findingsGithub } from '../../../core/report/findings-github.ts';
import { findingsJson } from '../../../core/report/findings-json.ts';
import { findingsJunit } from '../../../core/report/findings-junit.ts';
import { findingsSarif } from '../../../core/report/findings-sarif.ts';
import { countFindings, findingsText } from '../../../core/report/findings-text.ts';
import type { PlacedFinding } from '../../../core/report/placed-finding.ts';
import { wellFormed } from './well-formed.ts';

const finding: Finding = {
  code: 'unknown-column',
  severity: 'error',
  message: 'Column `a<b>&"c"` is not there: 100 %\u001b[31m, is it?',
  file: 'conf/config.yaml',
  range: { start: 10, end: 14 },
  related: [{ file: 'schema/tables_schema.yaml', range: { start: 0, end: 1 }, message: 'the table' }],
  fixes: [
    { title: 'Rename', edits: [{ file: 'conf/config.yaml', range: { start: 10, end: 14 }, newText: 'id' }] },
  ],
};
const span = { line: 3, column: 5, endLine: 3, endColumn: 9 };
const placed: readonly PlacedFinding[] = [
  {
    finding,
    path: 'my project/conf/config.yaml',
    ...span,
    related: [{ place: finding.related![0]!, path: 'my project/schema/tables_schema.yaml', ...span }],
  },
  {
    finding: {
      code: 'likely-pii',
      severity: 'info',
      message: 'Hm.',
      file: 'conf/config.yaml',
      range: { start: 0, end: 30 },
    },
    path: 'my project/conf/config.yaml',
    line: 1,
    column: 1,
    endLine: 4,
    endColumn: 2,
    related: [],
  },
];

describe('findings', () => {
  it('as text are one line each, as problem matchers read them', () => {
    expect(findingsText(placed).split('\n')).toEqual([
      'my project/conf/config.yaml:3:5 error unknown-column Column `a<b>&"c"` is not there: 100 %\\u{1b}[31m, is it?',
      'my project/conf/config.yaml:1:1 info likely-pii Hm.',
    ]);
    expect(countFindings(placed.map((one) => one.finding))).toBe('1 error, 1 note');
    expect(countFindings([])).toBe('no finding');
  });

  it('as JSON carry places, related places and fixes', () => {
    const { v, findings } = JSON.parse(findingsJson(placed));
    expect(v).toBe(1);
    expect(findings[0]).toMatchObject({
      code: 'unknown-column',
      file: 'my project/conf/config.yaml',
      ...span,
      fixes: finding.fixes,
    });
    expect(findings[0].related).toEqual([
      {
        message: 'the table',
        file: 'my project/schema/tables_schema.yaml',
        ...span,
        range: { start: 0, end: 1 },
      },
    ]);
    expect(findings[1].fixes).toEqual([]);
  });

  it('as GitHub annotations escape what their syntax uses, and give columns only inside one line', () => {
    const strange = { ...placed[0]!, path: 'a,b:c%\n.yaml' };
    expect(findingsGithub([strange, placed[1]!]).split('\n')).toEqual([
      '::error file=a%2Cb%3Ac%25%0A.yaml,line=3,endLine=3,col=5,endColumn=9,title=unknown-column::Column `a<b>&"c"` is not there: 100 %25\\u{1b}[31m, is it?',
      '::notice file=my project/conf/config.yaml,line=1,endLine=4,title=likely-pii::Hm.',
    ]);
  });

  it('as JUnit fail by errors only, in well-formed XML, with a passing case for a sound file', () => {
    const xml = findingsJunit(placed, [
      'my project/conf/config.yaml',
      'my project/schema/tables_schema.yaml',
    ]);
    expect(wellFormed(xml)).toEqual({
      testsuites: 1,
      testsuite: 1,
      testcase: 3,
      failure: 1,
      'system-out': 1,
    });
    expect(xml).toContain('tests="3" failures="1"');
    expect(xml).toContain('<testcase classname="my project/schema/tables_schema.yaml" name="no error"/>');
    expect(xml).toContain('a&lt;b&gt;&amp;&quot;c&quot;');
  });

  it('as SARIF 2.1.0 have the shape that the standard asks for', () => {
    const log = JSON.parse(findingsSarif(placed, '1.2.3'));
    expect(log.version).toBe('2.1.0');
    const [run] = log.runs;
    expect(run.tool.driver).toMatchObject({ name: 'Pistevo', version: '1.2.3' });
    expect(run.columnKind).toBe('utf16CodeUnits');
    const ids = run.tool.driver.rules.map((rule: { id: string }) => rule.id);
    expect(ids).toEqual(['likely-pii', 'unknown-column']);
    for (const result of run.results) {
      expect(ids[result.ruleIndex]).toBe(result.ruleId);
      expect(['none', 'note', 'warning', 'error']).toContain(result.level);
      expect(result.message.text).not.toBe('');
      const { artifactLocation, region } = result.locations[0].physicalLocation;
      expect(artifactLocation.uri).toBe('my%20project/conf/config.yaml');
      expect(region.startLine).toBeGreaterThan(0);
      expect(region.endLine).toBeGreaterThanOrEqual(region.startLine);
    }
    expect(run.results[0].fixes).toEqual([
      {
        description: { text: 'Rename' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'my%20project/conf/config.yaml' },
            replacements: [
              { deletedRegion: { charOffset: 10, charLength: 4 }, insertedContent: { text: 'id' } },
            ],
          },
        ],
      },
    ]);
    expect(run.results[0].relatedLocations[0].message.text).toBe('the table');
  });
});

import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { reportPage } from '../../../core/report/html/report-page.ts';
import { counts, reportOf, started } from './fixture.ts';
import { wellFormed } from './well-formed.ts';

const past = [1, 2, 3].map((day) => ({
  runId: `2026110${day}T000000Z-claim-000${day}`,
  startedAt: `2026-11-0${day}T00:00:00Z`,
  status: 'succeeded' as const,
  counts: { ...counts, quarantined: day * 100 },
}));

/** The page's body as XML: everything in it is written so that it nests. */
function bodyOf(page: string): string {
  return page.slice(page.indexOf('<body>'), page.indexOf('</html>'));
}

describe('reportPage', () => {
  it('nests well, and holds the numbers, the rules and the lines that asked for them', () => {
    const page = reportPage(reportOf(), []);
    expect(wellFormed(bodyOf(page))).toMatchObject({ main: 1, h1: 1 });
    for (const part of [
      '1,000',
      'cast:total_cost',
      'schema/tables_schema.yaml:97',
      '<code>claims_1.csv</code><br/><span class="muted">lines 12, 44</span>',
      'malformed:fields',
      '3 rules hold',
    ])
      expect(page).toContain(part);
  });

  it('allows its own style and nothing else: no script, no address, no inline handler', () => {
    const page = reportPage(reportOf(), past);
    const style = page.slice(page.indexOf('<style>') + 7, page.indexOf('</style>'));
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(
      `content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'"`,
    );
    expect(page).not.toMatch(/<script|https?:|\son\w+=|\sstyle=|url\(/i);
    expect(style).toContain('prefers-color-scheme: dark');
  });

  it('escapes every value of the report', () => {
    const evil = `"><script>alert('x')</script>\u0000&`;
    const page = reportPage(
      {
        ...reportOf([
          started,
          { kind: 'file-seen', file: evil, sizeBytes: 1, state: 'rejected', reason: evil },
          { kind: 'drift-seen', file: evil, missing: [evil], unknown: [evil], isReordered: false },
          {
            kind: 'rule-result',
            rule: 'cast:total_cost',
            severity: 'quarantine',
            failing: 1,
            samples: [{ file: evil, line: 1 }],
          },
          { kind: 'rule-result', rule: `malformed:${evil}`, severity: 'quarantine', failing: 1, samples: [] },
          { kind: 'warning', code: evil, message: evil },
          { kind: 'run-ended', status: 'failed', exitCode: 4, counts, reason: evil },
        ]),
        dataset: evil,
        environment: evil,
        places: { [evil]: evil },
      },
      past,
    );
    expect(page).not.toMatch(/<script|alert\('/i);
    expect(page.split(`&lt;script&gt;`).length).toBeGreaterThan(12);
    expect(() => wellFormed(bodyOf(page))).not.toThrow();
  });

  it('draws the bar to the scale of its parts, over the whole width', () => {
    const page = reportPage(reportOf(), []);
    const bar = page.slice(
      page.indexOf('<svg class="bar"'),
      page.indexOf('</svg>', page.indexOf('<svg class="bar"')),
    );
    const parts = [...bar.matchAll(/x="([\d.]+)" width="([\d.]+)"/g)].map(
      ([, x, width]) => [Number(x), Number(width)] as const,
    );
    expect(parts).toHaveLength(8);
    const [, , inserted, updated] = parts;
    expect(inserted![1] / updated![1]).toBeGreaterThan(5);
    const last = parts.at(-1)!;
    expect(last[0] + last[1]).toBeGreaterThan(957);
    expect(last[0] + last[1]).toBeLessThanOrEqual(960);
  });

  it('shows a trend from two runs on, and marks this one', () => {
    expect(reportPage(reportOf(), past.slice(0, 1))).not.toContain('class="trend"');
    const page = reportPage(reportOf(), [...past, { ...past[0]!, runId: reportOf().runId }]);
    expect(page.match(/<g class="past">/g)).toHaveLength(3);
    expect(page.match(/<g class="current">/g)).toHaveLength(1);
  });
});

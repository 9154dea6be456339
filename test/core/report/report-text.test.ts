import { describe, expect, it } from 'vitest';
import { reportText } from '../../../core/report/report-text.ts';
import { counts, reportOf, started, wholeRun } from './fixture.ts';

describe('reportText', () => {
  it('explains a run in lines', () => {
    expect(reportText(reportOf())).toMatchInlineSnapshot(`
      "claim: succeeded in 12.0 s
      1,000 records delivered, 805 rows of the target changed; 20 records (2 %) were kept out.
      run 20261122T235427Z-claim-ab12, engine local, environment local, plan abcdef012345

      Records
        delivered      1,000         in 2 files, 123 kB
          malformed        4  0.4 %  not readable as records
          quarantined     16  1.6 %  kept apart by a rule
          inserted       700   70 %  new keys
          updated        100   10 %  changed rows of known keys
          unchanged      150   15 %  the target already held them
          superseded      10    1 %  a later record of the delivery has the same key
          stale           15  1.5 %  older than the row in the target
          deleted          5  0.5 %  removed rows of the target
        retried            2         of earlier runs, whose parent is there now
        target         5,000         rows in billing.claim

      Files
        claims_1.csv  100 kB  1,000 records  4 malformed, 1 blank line
        old.csv          3 B       leftover  committed by an earlier run

      Not readable as records
        malformed:fields  4 records, at claims_1.csv:7

      Broken rules
        cast:total_cost  16 records, quarantined: \`total_cost\` is not right
          found at claims_1.csv:12, 44
          asked for at schema/tables_schema.yaml:97
        check:free  40 records, kept, only reported: \`free\` is not right
          found at claims_1.csv:3
          asked for at schema/tables_schema.yaml:120
        3 other rules hold.

      Columns other than the schema’s
        claims_1.csv: missing note (read as NULL); not in the schema: extra (left out); in another order (matched by name)

      Warnings
        \`patients\` did not come through. (parent-failed)

      Where everything is
        target  target/billing.duckdb
        run     .pistevo/runs/x/

      Next
        pistevo explain claims_1.csv:12                               why this record was kept out, and who asked for it
        pistevo preview claim --quarantine                            the records that were kept apart
        pistevo report claim-ab12 --format html --output report.html  this report as a page"
    `);
  });

  it('says why a delivery was rejected, and that running again is next', () => {
    const text = reportText(
      reportOf([
        started,
        {
          kind: 'rule-result',
          rule: 'unique:claim_id',
          severity: 'error',
          failing: 1,
          samples: [],
        },
        {
          kind: 'run-ended',
          status: 'rejected',
          exitCode: 3,
          counts,
          reason: 'One key is there twice.',
          code: 'error_rule',
        },
      ]),
    );
    expect(text).toContain('claim: rejected in 2.0 s\nOne key is there twice.');
    expect(text).toContain('unique:claim_id  1 record, the delivery is rejected: `claim_id` is not right');
    expect(text).toContain('pistevo run claim');
  });

  it('says of a dry run what would happen, and changes no tense', () => {
    const events = wholeRun.map((event) =>
      event.kind === 'run-started' ? { ...event, isDryRun: true } : event,
    );
    const text = reportText(reportOf(events));
    expect(text).toContain('(dry run: nothing was changed)');
    expect(text).toContain('cast:total_cost  16 records, would be quarantined');
    expect(text).toContain('805 rows of the target would change');
    expect(text).not.toContain('pistevo explain');
  });

  it('is short when nothing was delivered', () => {
    const none = { ...counts, files: 0, bytes: 0, records: 0, targetRows: 0 };
    const text = reportText(
      reportOf([started, { kind: 'run-ended', status: 'no_input', exitCode: 0, counts: none }]),
    );
    expect(text).toContain('claim: no input');
    expect(text).toContain('Nothing new was delivered');
    expect(text).not.toContain('Broken rules');
  });

  it('lets no name act on the terminal', () => {
    const file = 'a\u001b[31m\u202e\nb.csv';
    const text = reportText(reportOf([started, { kind: 'file-seen', file, sizeBytes: 1, state: 'new' }]));
    expect(text).toContain('a\\u{1b}[31m\\u{202e}\\u{a}b.csv');
    expect(text).not.toMatch(/[\u001b\u202e]/);
  });
});

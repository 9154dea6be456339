import type { Report, ReportRule } from '../contracts/report.ts';
import { formatAmount, formatShare } from './amounts.ts';

/** One sentence on how a run ended, for headings and for the end of a run on a terminal. */
export function summarise(report: Report): string {
  const { counts, status } = report;
  if (report.reason !== undefined && status !== 'succeeded') return report.reason;
  if (status === 'no_input') return 'Nothing new was delivered, and the target is what it was.';
  if (status !== 'succeeded') return 'The target is what it was.';
  const changed = counts.inserted + counts.updated + counts.deleted;
  const bad = counts.quarantined + counts.malformed;
  const verb = report.isDryRun ? 'would change' : 'changed';
  const kept =
    bad === 0
      ? 'none was'
      : `${formatAmount(bad, 'record')} (${formatShare(bad, counts.records)}) ${bad === 1 ? 'was' : 'were'}`;
  return `${formatAmount(counts.records, 'record')} delivered, ${formatAmount(changed, 'row')} of the target ${verb}; ${kept} kept out.`;
}

/** Rules that some record breaks, the gravest first, then those with the most records. */
export function brokenRules(report: Report): readonly ReportRule[] {
  const gravity = { error: 0, quarantine: 1, nullify: 2, warn: 3 } as const;
  return report.rules
    .filter((rule) => rule.failing > 0)
    .toSorted((a, b) => gravity[a.severity] - gravity[b.severity] || b.failing - a.failing);
}

/** What a severity did, or on a dry run would do, to a record. */
export function consequenceOf(severity: ReportRule['severity'], isDryRun: boolean): string {
  const would = isDryRun ? 'would be ' : '';
  switch (severity) {
    case 'error':
      return isDryRun ? 'the delivery would be rejected' : 'the delivery is rejected';
    case 'quarantine':
      return `${would}quarantined`;
    case 'nullify':
      return `value ${would}set to NULL`;
    case 'warn':
      return `${would}kept, only reported`;
  }
}

/** `schema/tables_schema.yaml:97`, or the path inside the file where no line is known. */
export function originPlace(rule: ReportRule): string {
  const { file, path } = rule.origin;
  return rule.originLine === null ? `${file} (${path})` : `${file}:${rule.originLine}`;
}

import type { Report, ReportFile, ReportMalformed, ReportRule } from '../contracts/report.ts';
import { formatAmount, formatBytes, formatCount, formatDuration, formatShare } from './amounts.ts';
import { outcomesOf } from './outcomes.ts';
import { type Paint, plainPaint } from './paint.ts';
import { brokenRules, consequenceOf, originPlace, summarise } from './report-summary.ts';
import { alignColumns } from './text-table.ts';
import { visibleText } from './visible-text.ts';

const filesShown = 12;

/**
 * A run's report as lines for people: what was delivered and what became of it, which rules were broken where and who
 * asked for them, where everything is, and what to do next. Without a line end at the end.
 */
export function reportText(report: Report, paint: Paint = plainPaint): string {
  const sections = [
    heading(report, paint),
    section('Records', countLines(report), paint),
    section('Files', fileLines(report), paint),
    section('Not readable as records', malformedLines(report.malformed), paint),
    section('Broken rules', ruleLines(report, paint), paint),
    section('Columns other than the schema’s', driftLines(report), paint),
    section(
      'Warnings',
      report.warnings.map(({ code, message }) => `${visibleText(message)} (${visibleText(code)})`),
      paint,
    ),
    section('Where everything is', placeLines(report), paint),
    section('Next', nextLines(report), paint),
  ];
  return sections.filter((text) => text !== '').join('\n\n');
}

function heading(report: Report, paint: Paint): string {
  const took = formatDuration(Date.parse(report.endedAt) - Date.parse(report.startedAt));
  const colour = statusPaint(report, paint);
  const dryRun = report.isDryRun ? ' (dry run: nothing was changed)' : '';
  const environment = report.environment === null ? '' : `, environment ${visibleText(report.environment)}`;
  return [
    `${paint.bold(visibleText(report.dataset))}: ${colour(report.status.replace('_', ' '))} in ${took}${dryRun}`,
    visibleText(summarise(report)),
    paint.dim(
      `run ${report.runId}, engine ${report.engine}${environment}, plan ${report.planFingerprint.slice(0, 12)}`,
    ),
  ].join('\n');
}

function statusPaint(report: Pick<Report, 'status'>, paint: Paint): (text: string) => string {
  if (report.status === 'succeeded') return paint.green;
  return report.status === 'no_input' || report.status === 'cancelled' ? paint.yellow : paint.red;
}

function section(title: string, lines: readonly string[], paint: Paint): string {
  return lines.length === 0
    ? ''
    : [paint.bold(title), ...lines.map((line) => `  ${line}`.trimEnd())].join('\n');
}

/** The equation of the contract as a small table: delivered, its parts, and what the target holds now. */
function countLines(report: Report): readonly string[] {
  const { counts } = report;
  if (counts.records === 0 && counts.targetRows === 0) return [];
  const delivered = `in ${formatAmount(counts.files, 'file')}, ${formatBytes(counts.bytes)}`;
  const parts = outcomesOf(counts).filter((part) => part.count > 0);
  const rows = [
    ['delivered', formatCount(counts.records), '', delivered],
    ...parts.map((part) => [
      `  ${part.name}`,
      formatCount(part.count),
      formatShare(part.count, counts.records),
      part.meaning,
    ]),
    ...(counts.retried > 0
      ? [['retried', formatCount(counts.retried), '', 'of earlier runs, whose parent is there now']]
      : []),
    [
      'target',
      formatCount(counts.targetRows),
      '',
      `rows in ${visibleText(report.target)}${report.isDryRun ? ' after such a run' : ''}`,
    ],
  ];
  return alignColumns(rows, ['left', 'right', 'right', 'left']);
}

function fileLines(report: Report): readonly string[] {
  const rows = report.files
    .slice(0, filesShown)
    .map((file) => [
      visibleText(file.file),
      formatBytes(file.sizeBytes),
      file.state === 'new' ? formatAmount(file.records, 'record') : file.state.replace('_', ' '),
      fileRemark(file),
    ]);
  const lines = alignColumns(rows, ['left', 'right', 'right', 'left']);
  const more = report.files.length - rows.length;
  return more > 0
    ? [...lines, `and ${formatAmount(more, 'more file', 'more files')} (all in the JSON report)`]
    : lines;
}

function fileRemark(file: ReportFile): string {
  const remarks = [
    ...(file.reason === undefined ? [] : [file.reason]),
    ...(file.malformed > 0 ? [`${formatCount(file.malformed)} malformed`] : []),
    ...(file.blankLines > 0 ? [formatAmount(file.blankLines, 'blank line')] : []),
  ];
  return visibleText(remarks.join(', '));
}

function malformedLines(malformed: readonly ReportMalformed[]): readonly string[] {
  return malformed.map(
    ({ reason, count, samples }) => `${reason}  ${formatAmount(count, 'record')}${places(samples)}`,
  );
}

/** `, at a.csv:7, 9, b.csv:3`: a file is named once for the lines that follow it. */
function places(samples: readonly { readonly file: string; readonly line: number }[]): string {
  if (samples.length === 0) return '';
  const texts = samples.map(({ file, line }, at) =>
    samples[at - 1]?.file === file ? String(line) : `${visibleText(file)}:${line}`,
  );
  return `, at ${texts.join(', ')}`;
}

function ruleLines(report: Report, paint: Paint): readonly string[] {
  if (report.rules.length === 0) return [];
  const broken = brokenRules(report);
  const holding = report.rules.length - broken.length;
  const closing = report.counts.records === 0 ? [] : [holdingLine(holding, broken.length)];
  return [...broken.flatMap((rule) => oneRule(rule, report, paint)), ...closing];
}

function holdingLine(holding: number, broken: number): string {
  if (broken === 0)
    return holding === 1 ? 'None: the one rule holds.' : `None: all ${formatCount(holding)} rules hold.`;
  return holding === 0
    ? 'No other rule.'
    : `${formatAmount(holding, 'other rule holds', 'other rules hold')}.`;
}

function oneRule(rule: ReportRule, report: Report, paint: Paint): readonly string[] {
  const colour = rule.severity === 'error' ? paint.red : paint.yellow;
  const failing = formatAmount(rule.failing, 'record');
  const consequence = consequenceOf(rule.severity, report.isDryRun);
  const sampled = rule.samples.length === 0 ? [] : [`  found${places(rule.samples).slice(1)}`];
  return [
    `${colour(visibleText(rule.id))}  ${failing}, ${consequence}: ${visibleText(rule.message)}`,
    ...sampled,
    paint.dim(`  asked for at ${visibleText(originPlace(rule))}`),
  ];
}

function driftLines(report: Report): readonly string[] {
  return report.drift.map(({ file, missing, unknown, isReordered }) => {
    const parts = [
      ...(missing.length > 0 ? [`missing ${missing.join(', ')} (read as NULL)`] : []),
      ...(unknown.length > 0 ? [`not in the schema: ${unknown.join(', ')} (left out)`] : []),
      ...(isReordered ? ['in another order (matched by name)'] : []),
    ];
    return visibleText(`${file}: ${parts.join('; ')}`);
  });
}

function placeLines(report: Report): readonly string[] {
  return alignColumns(
    Object.entries(report.places).map(([name, place]) => [visibleText(name), visibleText(place)]),
    ['left', 'left'],
  );
}

function nextLines(report: Report): readonly string[] {
  const broken = brokenRules(report).filter((rule) => rule.severity !== 'warn');
  const sample =
    broken.flatMap((rule) => rule.samples)[0] ?? report.malformed.flatMap((entry) => entry.samples)[0];
  const dataset = visibleText(report.dataset);
  const rows: string[][] = [];
  if (sample !== undefined && !report.isDryRun) {
    rows.push([
      `pistevo explain ${visibleText(shellWord(`${sample.file}:${sample.line}`))}`,
      'why this record was kept out, and who asked for it',
    ]);
  }
  if (report.counts.quarantined > 0 && report.status === 'succeeded' && !report.isDryRun) {
    rows.push([`pistevo preview ${dataset} --quarantine`, 'the records that were kept apart']);
  }
  if (report.isDryRun && report.status === 'succeeded')
    rows.push([`pistevo run ${dataset}`, 'the same for real']);
  if (report.status === 'rejected' || report.status === 'failed') {
    rows.push([`pistevo run ${dataset}`, 'once the cause is mended: the delivery is still in the source']);
  }
  if (rows.length === 0 && report.status !== 'succeeded') return [];
  rows.push([
    `pistevo report ${shortId(report.runId)} --format html --output report.html`,
    'this report as a page',
  ]);
  return alignColumns(rows, ['left', 'left']);
}

/** Quoted only where a shell would take it apart. */
function shellWord(text: string): string {
  return /^[\w./:@%+=-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}

/** `20261122T235427Z-claim-ab12` as `claim-ab12`: enough to find the run again. */
function shortId(runId: string): string {
  return runId.slice(runId.indexOf('-') + 1);
}

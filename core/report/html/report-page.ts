import type { Report, ReportRule } from '../../contracts/report.ts';
import { formatAmount, formatBytes, formatCount, formatDuration } from '../amounts.ts';
import { escapeMarkup } from '../escape-markup.ts';
import { brokenRules, consequenceOf, originPlace, summarise } from '../report-summary.ts';
import { hashOfStyle } from './hash-of-style.ts';
import { outcomesBar } from './outcomes-bar.ts';
import { pageStyle } from './page-style.ts';
import { table } from './table.ts';
import { type PastRun, trendChart } from './trend-chart.ts';

/**
 * A run's report as one page that needs nothing else: no script, no request to anywhere, light and dark by the reader's
 * setting; its policy lets through its own style sheet alone. `past` are runs of the dataset, the oldest first.
 */
export function reportPage(report: Report, past: readonly PastRun[]): string {
  const title = escapeMarkup(`${report.dataset}: ${report.status.replace('_', ' ')}`);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '${hashOfStyle(pageStyle)}'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title} · Pistevo</title>
<style>${pageStyle}</style>
</head>
<body>
<main>
${[
  headerOf(report),
  section('Records', outcomesBar(report)),
  section('Rules', rulesTable(report)),
  section('Not readable as records', malformedTable(report)),
  section('Files', filesTable(report)),
  section('Columns other than the schema’s', driftTable(report)),
  section('Warnings', warningList(report)),
  section('Past runs', trendChart(past, report.runId)),
  section('Stages', stagesTable(report)),
  section('Where everything is', placesTable(report)),
]
  .filter((part) => part !== '')
  .join('\n')}
</main>
</body>
</html>
`;
}

/** A sentence as markup, with what stands between backticks as code. */
function prose(text: string): string {
  return escapeMarkup(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function section(title: string, body: string): string {
  return body === '' ? '' : `<section><h2>${escapeMarkup(title)}</h2>\n${body}\n</section>`;
}

function headerOf(report: Report): string {
  const facts = [
    ['Target', report.target],
    ['Run', report.runId],
    ['Started', report.startedAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')],
    ['Took', formatDuration(Date.parse(report.endedAt) - Date.parse(report.startedAt))],
    ['Engine', report.engine],
    ['Environment', report.environment ?? 'none'],
    ['Plan', report.planFingerprint.slice(0, 12)],
  ];
  const dryRun = report.isDryRun ? '<span class="badge quiet">dry run</span>' : '';
  return `<header>
<h1>${escapeMarkup(report.dataset)} <span class="badge ${report.status}">${escapeMarkup(report.status.replace('_', ' '))}</span>${dryRun}</h1>
<p class="lead">${prose(summarise(report))}</p>
<dl class="facts">${facts.map(([name = '', value = '']) => `<div><dt>${name}</dt><dd>${escapeMarkup(value)}</dd></div>`).join('')}</dl>
</header>`;
}

function rulesTable(report: Report): string {
  if (report.rules.length === 0) return '';
  const broken = brokenRules(report);
  const holding = report.rules.filter((rule) => rule.failing === 0);
  const heads = ['Rule', 'Records', 'Consequence', 'Found at', 'Asked for at'];
  const shown =
    broken.length === 0
      ? '<p>Every rule holds.</p>'
      : table(
          heads,
          broken.map((rule) => ruleRow(rule, report)),
          [1],
        );
  if (holding.length === 0) return shown;
  const list = holding.map(
    (rule) =>
      `<li><code>${escapeMarkup(rule.id)}</code> <span class="muted">${escapeMarkup(originPlace(rule))}</span></li>`,
  );
  const summary = formatAmount(holding.length, 'rule holds', 'rules hold');
  return `${shown}<details><summary>${summary}</summary><ul class="plain">${list.join('')}</ul></details>`;
}

function ruleRow(rule: ReportRule, report: Report): readonly string[] {
  return [
    `<code>${escapeMarkup(rule.id)}</code><br/><span class="muted">${prose(rule.message)}</span>`,
    formatCount(rule.failing),
    `<span class="severity ${rule.severity}">${escapeMarkup(consequenceOf(rule.severity, report.isDryRun))}</span>`,
    placesOf(rule.samples),
    `<code>${escapeMarkup(originPlace(rule))}</code>`,
  ];
}

function placesOf(samples: readonly { readonly file: string; readonly line: number }[]): string {
  const files = [...new Set(samples.map(({ file }) => file))];
  const places = files.map((file) => {
    const lines = samples.filter((sample) => sample.file === file).map(({ line }) => line);
    const told = `${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}`;
    return `<code>${escapeMarkup(file)}</code><br/><span class="muted">${told}</span>`;
  });
  return places.join('<br/>');
}

function malformedTable(report: Report): string {
  if (report.malformed.length === 0) return '';
  const rows = report.malformed.map(({ reason, count, samples }) => [
    `<code>${escapeMarkup(reason)}</code>`,
    formatCount(count),
    placesOf(samples),
  ]);
  return table(['Reason', 'Records', 'Found at'], rows, [1]);
}

function filesTable(report: Report): string {
  if (report.files.length === 0) return '';
  const rows = report.files.map((file) => [
    `<code>${escapeMarkup(file.file)}</code>`,
    escapeMarkup(file.state.replace('_', ' ')) +
      (file.reason === undefined ? '' : `<br/><span class="muted">${prose(file.reason)}</span>`),
    formatBytes(file.sizeBytes),
    formatCount(file.records),
    formatCount(file.malformed),
    file.archivedTo === undefined ? '' : `<code>${escapeMarkup(file.archivedTo)}</code>`,
  ]);
  return table(['File', 'State', 'Size', 'Records', 'Malformed', 'Archived to'], rows, [2, 3, 4]);
}

function driftTable(report: Report): string {
  if (report.drift.length === 0) return '';
  const names = (columns: readonly string[]) =>
    columns.map((name) => `<code>${escapeMarkup(name)}</code>`).join(', ');
  const rows = report.drift.map((one) => [
    `<code>${escapeMarkup(one.file)}</code>`,
    names(one.missing),
    names(one.unknown),
    one.isReordered ? 'another order, matched by name' : 'as in the schema',
  ]);
  return table(['File', 'Missing, read as NULL', 'Not in the schema, left out', 'Order'], rows, []);
}

function warningList(report: Report): string {
  if (report.warnings.length === 0) return '';
  const items = report.warnings.map(
    ({ code, message }) => `<li>${prose(message)} <code>${escapeMarkup(code)}</code></li>`,
  );
  return `<ul>${items.join('')}</ul>`;
}

function stagesTable(report: Report): string {
  if (report.stages.length === 0) return '';
  const rows = report.stages.map(({ stage, rows: count, elapsedMs }) => [
    escapeMarkup(stage),
    formatCount(count),
    formatDuration(elapsedMs),
  ]);
  return table(['Stage', 'Rows', 'Took'], rows, [1, 2]);
}

function placesTable(report: Report): string {
  const rows = Object.entries(report.places).map(([name, place]) => [
    escapeMarkup(name),
    `<code>${escapeMarkup(place)}</code>`,
  ]);
  return rows.length === 0 ? '' : table(['What', 'Where'], rows, []);
}

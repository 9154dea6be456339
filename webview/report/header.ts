import type { Report } from '../../core/contracts/report.ts';
import { formatDuration } from '../../core/report/amounts.ts';
import { summarise } from '../../core/report/report-summary.ts';
import { element } from '../dom/element.ts';
import { prose } from '../dom/prose.ts';

/** What ran, how it ended, and in one sentence what that means. */
export function header(report: Report): HTMLElement {
  const isRunning = report.code === 'running';
  const status = isRunning ? 'running' : report.status;
  const facts = [
    ['Target', report.target],
    ['Run', report.runId],
    ['Started', timeText(report.startedAt)],
    ['Took', formatDuration(Date.parse(report.endedAt) - Date.parse(report.startedAt))],
    ['Engine', report.engine],
    ['Environment', report.environment ?? 'none'],
    ['Plan', report.planFingerprint.slice(0, 12)],
  ];
  return element(
    'header',
    {},
    element(
      'h1',
      {},
      report.dataset,
      ' ',
      element('span', { class: `badge s-${status}` }, status.replace('_', ' ')),
      report.isDryRun ? element('span', { class: 'badge' }, 'dry run') : null,
    ),
    element('p', { class: 'lead' }, prose(summarise(report))),
    element(
      'dl',
      { class: 'facts' },
      facts.map(([name = '', value = '']) =>
        element('div', {}, element('dt', {}, name), element('dd', {}, value)),
      ),
    ),
  );
}

/** `2026-11-23 01:14:37 UTC`. */
export function timeText(at: string): string {
  return at.replace('T', ' ').replace(/(\.\d+)?Z$/, ' UTC');
}

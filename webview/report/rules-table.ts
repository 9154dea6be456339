import type { Report, ReportRule } from '../../core/contracts/report.ts';
import { formatAmount, formatCount, formatShare } from '../../core/report/amounts.ts';
import { brokenRules, consequenceOf, originPlace } from '../../core/report/report-summary.ts';
import { type Content, element } from '../dom/element.ts';
import { prose } from '../dom/prose.ts';
import { table } from '../dom/table.ts';
import type { Place } from '../messages.ts';
import type { Places } from './places.ts';

export interface RulesTableOptions {
  readonly report: Report;
  readonly origins: Readonly<Record<string, Place | null>>;
  readonly places: Places;
}

/** Rules that records broke, with where; and those that hold, folded away. */
export function rulesTable(options: RulesTableOptions): Content {
  const { report } = options;
  if (report.rules.length === 0) return null;
  const broken = brokenRules(report);
  const holding = report.rules.filter(({ failing }) => failing === 0);
  return [
    broken.length === 0
      ? element('p', {}, 'Every rule holds.')
      : table({
          label: 'Broken rules',
          heads: ['Rule', 'Records', 'Share', 'Consequence', 'Found at', 'Asked for at'],
          numeric: [1, 2],
          rows: broken.map((rule) => brokenRow(rule, options)),
        }),
    holding.length === 0 ? null : holdingList(holding, options),
  ];
}

function brokenRow(rule: ReportRule, options: RulesTableOptions): readonly Content[] {
  const { report, places } = options;
  return [
    [element('code', {}, rule.id), element('div', { class: 'muted' }, prose(rule.message))],
    formatCount(rule.failing),
    formatShare(rule.failing, report.counts.records),
    element('span', { class: `severity v-${rule.severity}` }, consequenceOf(rule.severity, report.isDryRun)),
    places.samples(rule.samples),
    askedAt(rule, options),
  ];
}

function holdingList(holding: readonly ReportRule[], options: RulesTableOptions): HTMLElement {
  const items = holding.map((rule) =>
    element('li', {}, element('code', { title: rule.message }, rule.id), ' ', askedAt(rule, options)),
  );
  return element(
    'details',
    {},
    element('summary', {}, formatAmount(holding.length, 'rule holds', 'rules hold')),
    element('ul', { class: 'plain' }, items),
  );
}

/** The line that asked for the rule, where it is now; without a link when it is gone or was never written. */
function askedAt(rule: ReportRule, { origins, places }: RulesTableOptions): Content {
  const now = origins[rule.id];
  if (now !== undefined && now !== null) return places.origin(now);
  if (now === null) return element('span', { class: 'muted' }, `${rule.origin.file}, since changed`);
  if (rule.originLine === null) return element('span', { class: 'muted' }, originPlace(rule));
  return places.origin({ file: rule.origin.file, line: rule.originLine });
}

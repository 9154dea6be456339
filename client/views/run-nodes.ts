import type { Plan } from '../../core/contracts/plan.ts';
import {
  countsText,
  currentStage,
  doing,
  elapsedText,
  resultText,
  rowsText,
  stageText,
  statusText,
} from '../runs/describe-run.ts';
import type { Run } from '../runs/run.ts';
import { formatAge, formatAmount, formatDuration } from '../text/amounts.ts';
import { plainText } from '../text/plain-text.ts';

/** One line of the Runs view, without the editor's types. */
export interface RunNode {
  /** Stable for the same thing in a run, so that what is open stays open. */
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly tooltip: string;
  /** Name of a codicon, with the theme's colour. */
  readonly icon: string;
  readonly colour?: string;
  /** How long ago a run began: `5 min ago`. */
  readonly age?: string;
  /** Where a click leads: a line of the project, or the quarantine. */
  readonly opens?:
    | { readonly kind: 'place'; readonly file: string; readonly line: number | null }
    | { readonly kind: 'quarantine' };
}

const icons = {
  running: ['sync~spin', 'charts.blue'],
  succeeded: ['pass', 'testing.iconPassed'],
  no_input: ['circle-slash', 'disabledForeground'],
  rejected: ['error', 'testing.iconFailed'],
  failed: ['error', 'testing.iconFailed'],
  cancelled: ['stop-circle', 'testing.iconSkipped'],
  interrupted: ['debug-disconnect', 'testing.iconErrored'],
} as const;

const severities = {
  error: ['error', 'list.errorForeground'],
  quarantine: ['warning', 'list.warningForeground'],
  nullify: ['info', 'charts.blue'],
  warn: ['info', 'charts.blue'],
} as const;

/** The line of a run itself. `nowMs`: milliseconds since 1970. */
export function runNode({ root, record, progress }: Run, nowMs: number): RunNode {
  const stage = record.status === 'running' ? currentStage(progress) : null;
  const took = elapsedText(record);
  const counts = record.counts === null ? '' : countsText(record.counts);
  const [icon, colour] = icons[record.status];
  const age = formatAge(nowMs - Date.parse(record.startedAt));
  const before = progress?.stages.at(-1)?.stage;
  // Between two stages the one before is still the best word for what goes on.
  const going = stage !== null ? stageText(stage) : before === undefined ? 'starting' : doing[before];
  return {
    id: `${root}\n${record.runId}`,
    label: plainText(record.dataset),
    description: plainText(record.status === 'running' ? going : `${resultText(record)} · ${age}`),
    tooltip: [
      `${record.dataset}: ${statusText(record)}`,
      ...(counts === '' ? [] : [counts]),
      ...(record.reason === undefined ? [] : [record.reason]),
      `${record.startedAt.slice(0, 19).replace('T', ' ')} UTC${took === null ? '' : `, took ${took}`}`,
      record.runId,
    ]
      .map(plainText)
      .join('\n'),
    age,
    icon,
    colour,
  };
}

/** What stands below a run: why it ended so, stages, broken rules, quarantine, warnings. */
export function runDetails({ root, record, progress }: Run, plan: Plan | null): readonly RunNode[] {
  const id = (part: string) => `${root}\n${record.runId}\n${part}`;
  const nodes: RunNode[] = [];
  if (record.reason !== undefined && record.status !== 'succeeded') {
    const text = plainText(record.reason);
    nodes.push({ id: id('reason'), label: text, description: '', tooltip: text, icon: 'comment' });
  }
  for (const stage of progress?.stages ?? []) {
    const isLive = stage.elapsedMs === null && record.status === 'running';
    const took = stage.elapsedMs === null ? '' : formatDuration(stage.elapsedMs);
    const rows = stage.rows > 0 ? rowsText(stage) : '';
    nodes.push({
      id: id(`stage ${stage.stage}`),
      label: stage.stage,
      description: isLive ? stageText(stage) : [rows, took].filter((text) => text !== '').join(' · '),
      tooltip: stageText(stage),
      icon: isLive ? 'sync~spin' : stage.elapsedMs === null ? 'circle-outline' : 'check',
    });
  }
  for (const { rule, severity, failing, samples } of progress?.broken ?? []) {
    const asked = plan?.rules.find((one) => one.id === rule);
    const [icon, colour] = severities[severity];
    const places = samples.map(({ file, line }) => `${file}:${line}`).join(', ');
    nodes.push({
      id: id(`rule ${rule}`),
      label: plainText(rule),
      description: formatAmount(failing, 'record'),
      tooltip: plainText([asked?.message ?? rule, places].filter((text) => text !== '').join(' · ')),
      icon,
      colour,
      ...(asked !== undefined && {
        opens: { kind: 'place', file: asked.origin.file, line: record.originLines[rule] ?? null } as const,
      }),
    });
  }
  const counts = record.counts ?? progress?.counts ?? null;
  const keptOut = counts === null ? 0 : counts.quarantined + counts.malformed;
  if (keptOut > 0) {
    nodes.push({
      id: id('quarantine'),
      label: 'kept out',
      description: formatAmount(keptOut, 'record'),
      tooltip: record.isDryRun
        ? 'Records that would be kept out of the table'
        : 'Records that are in quarantine; a click shows them',
      icon: 'archive',
      ...(!record.isDryRun && record.status === 'succeeded' && { opens: { kind: 'quarantine' } as const }),
    });
  }
  (progress?.warnings ?? []).forEach(({ code, message }, at) => {
    const text = plainText(message);
    nodes.push({
      id: id(`warning ${at}`),
      label: text,
      description: plainText(code),
      tooltip: text,
      icon: 'warning',
      colour: 'list.warningForeground',
    });
  });
  return nodes;
}

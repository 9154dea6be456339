import type { Origin } from '../../core/contracts/origin.ts';
import type { Plan } from '../../core/contracts/plan.ts';
import type { ProjectFile } from '../../core/model/project.ts';
import { alignColumns } from '../../core/report/text-table.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { indexLines, positionAt } from '../../core/text/lines.ts';
import type { Explanation } from '../../engine/local/explain.ts';
import type { OpenedProject } from '../project/open-project.ts';
import type { CommandContext } from '../terminal/context.ts';
import { fateText } from './fate-text.ts';
import type { Sampled } from './from-run-folders.ts';

interface Surroundings {
  readonly opened: OpenedProject;
  readonly context: CommandContext;
}

/** Why a record is where it is: its fate, the rules it broke with the lines that ask for them, and what to do. */
export function explanationText(explanation: Explanation, plan: Plan, surroundings: Surroundings): string {
  const { file, line, record, runId, broken } = explanation;
  const { paint } = surroundings.context;
  const isKeptOut = explanation.fate.kind === 'quarantined' || explanation.fate.kind === 'malformed';
  return [
    `${paint.bold(`${visibleText(file)}:${line}`)}, record ${record} of \`${plan.dataset}\`, read by run ${runId}`,
    fateText(explanation, plan.dataset),
    ...broken.flatMap((rule) => [
      '',
      `${paint.yellow(visibleText(rule.id))}  ${visibleText(rule.message)}`,
      ...askedFor(rule.origin, surroundings),
    ]),
    ...valueLines(explanation, plan, surroundings),
    ...(isKeptOut ? ['', adviceFor(explanation, plan)] : []),
  ].join('\n');
}

function adviceFor({ fate, broken }: Explanation, { dataset, rules }: Plan): string {
  if (fate.kind === 'malformed') return 'Have the record delivered again, well-formed.';
  const kinds = broken.map(({ id }) => rules.find((rule) => rule.id === id)?.kind);
  if (kinds.every((kind) => kind === 'references')) {
    return 'The runs to come try it again by themselves, and bring it through once its parent is there.';
  }
  return `Mend the rule, then \`pistevo reprocess ${dataset} --quarantined\`; or have the record delivered again.`;
}

/** The same for a run that committed nothing, from its report. */
export function sampledText(
  sampled: Sampled,
  place: { readonly file: string; readonly line: number },
  surroundings: Surroundings,
): string {
  const { report, rules, malformed } = sampled;
  const { paint } = surroundings.context;
  const why = report.isDryRun
    ? 'a dry run'
    : `a run that ${report.status === 'rejected' ? 'rejected its delivery' : 'did not commit'}`;
  return [
    `${paint.bold(`${visibleText(place.file)}:${place.line}`)} of \`${report.dataset}\`, seen by ${why}: ${report.runId}`,
    ...malformed.map(
      ({ reason }) => `\n${paint.yellow(visibleText(reason))}  It could not be read as a record.`,
    ),
    ...rules.flatMap((rule) => [
      '',
      `${paint.yellow(visibleText(rule.id))}  ${visibleText(rule.message)}`,
      ...askedFor(rule.origin, surroundings),
    ]),
  ].join('\n');
}

/** `file:line` of an origin and the lines that stand there, as the project is now. */
function askedFor(origin: Origin | null, { opened, context }: Surroundings): readonly string[] {
  const place = origin === null ? null : opened.project.placeOf(origin, 'entry');
  if (place === null) return [];
  const text = opened.project.documents[place.file as ProjectFile]?.text ?? '';
  const { line } = positionAt(indexLines(text), place.range.start);
  const lines = text.split('\n').slice(line - 1, line + 2);
  const own = text.slice(place.range.start, place.range.end).split('\n').length;
  return [
    `  asked for at ${visibleText(opened.prefix + place.file)}:${line}`,
    ...lines
      .slice(0, Math.min(own, 3))
      .map((one) => context.paint.dim(`  | ${visibleText(one.replace(/\r$/, ''))}`)),
  ];
}

/** Staged values of the columns that broken rules look at; those tagged as personal data are not shown. */
function valueLines(
  { staged, broken }: Explanation,
  plan: Plan,
  { opened, context }: Surroundings,
): readonly string[] {
  if (staged === null) return [];
  const ids = new Set(broken.map(({ id }) => id));
  const names = new Set(plan.rules.filter(({ id }) => ids.has(id)).flatMap(({ columns }) => columns));
  const table = opened.project.datasets.find(({ name }) => name === plan.dataset)?.table;
  const rows = [...names].map((name) => {
    const isPersonal = table?.columns.find((column) => column.name === name)?.pii != null;
    const value = staged[name] ?? null;
    return [
      name,
      isPersonal ? '(personal data, not shown)' : value === null ? 'NULL, or masked' : JSON.stringify(value),
    ];
  });
  if (rows.length === 0) return [];
  const lines = alignColumns(
    rows.map((row) => row.map(visibleText)),
    ['left', 'left'],
  );
  return ['', context.paint.bold('As delivered'), ...lines.map((line) => `  ${line}`)];
}

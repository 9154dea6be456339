import { formatAmount, formatCount } from '../core/report/amounts.ts';
import { visibleJson } from '../core/report/visible-text.ts';
import { type Preview, preview as readRows } from '../engine/local/preview.ts';
import { askLocal } from './project/ask-local.ts';
import { chooseDataset } from './project/choose-datasets.ts';
import { openProject, type ProjectOptions } from './project/open-project.ts';
import type { CommandContext } from './terminal/context.ts';
import { printTable } from './terminal/print-table.ts';
import { UsageError } from './terminal/usage-error.ts';

export interface PreviewOptions extends ProjectOptions {
  readonly rows?: number;
  readonly stage?: boolean;
  readonly quarantine?: boolean;
  readonly json?: boolean;
}

/** A cell longer than this is cut: a table is for looking, `--json` has every value whole. */
const longestCell = 40;

/** `pistevo preview <dataset>`: rows of the target, the staging table or the quarantine. */
export async function preview(
  names: readonly string[],
  options: PreviewOptions,
  context: CommandContext,
): Promise<number> {
  if (options.stage === true && options.quarantine === true) {
    throw new UsageError('Choose one of `--stage` and `--quarantine`.');
  }
  const opened = await openProject(options, context);
  const dataset = chooseDataset(opened.project, names[0] ?? '');
  const table = options.stage === true ? 'stage' : options.quarantine === true ? 'quarantine' : 'target';
  const asked = { opened, dataset, command: `pistevo preview ${dataset}` };
  const found = await askLocal(asked, context, (request) =>
    readRows(request, { table, limit: options.rows ?? 20 }),
  );
  if (options.json === true) printObjects(found, context);
  else printRows(found, context);
  return 0;
}

function printObjects({ columns, rows }: Preview, context: CommandContext): void {
  for (const row of rows) {
    context.print(visibleJson(Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null]))));
  }
}

function printRows({ table, columns, rows, totalRows }: Preview, context: CommandContext): void {
  if (rows.length === 0) {
    context.note(`\`${table}\` has no row.`);
    return;
  }
  const numeric = columns.flatMap(({ type }, at) => (/INT|DOUBLE|DECIMAL/.test(type) ? [at] : []));
  const heads = columns.map(({ name }) => name);
  context.print(
    printTable(
      heads,
      rows.map((row) => row.map(cellOf)),
      { numeric, paint: context.paint },
    ),
  );
  context.note(
    `${formatCount(rows.length)} of ${formatAmount(totalRows, 'row')} of \`${table}\`, empty cells in it are NULL.`,
  );
}

function cellOf(value: string | null): string {
  if (value === null) return '';
  const characters = [...value];
  return characters.length <= longestCell ? value : `${characters.slice(0, longestCell - 1).join('')}…`;
}

import { userView } from './local-names.ts';
import { type LocalRequest, type Refusal, withSession } from './local-session.ts';
import { execute, query } from './query.ts';
import { findPhysical } from './read-ledger.ts';
import { RunStop } from './run-stop.ts';
import { readWarehouse } from './use-warehouse.ts';

export type PreviewTable = 'target' | 'stage' | 'quarantine';

export interface Preview {
  readonly kind: 'rows';
  /** Name a user would write: `billing.claim_stage`. */
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  /** Values as text, NULL as null. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly totalRows: number;
}

/** The first rows of a dataset's table. The warehouse is open only for the query. */
export async function preview(
  request: LocalRequest,
  options: { readonly table: PreviewTable; readonly limit: number },
): Promise<Preview | Refusal> {
  return withSession(
    request,
    { isChanging: false, doing: 'reading the table' },
    async ({ scratch, access }) => {
      const { dataset, schema } = request.plan;
      const { main } = scratch;
      const view = options.table === 'target' ? dataset : `${dataset}_${options.table}`;
      const found = await readWarehouse(main, access, async () => {
        if ((await findPhysical(main, dataset)) === null) return null;
        await execute(main, 'USE w.main');
        try {
          const described = await query(main, `DESCRIBE SELECT * FROM ${userView(view)}`);
          const limit = Math.max(0, Math.floor(options.limit));
          const reader = await main.runAndReadAll(
            `SELECT COLUMNS(*)::VARCHAR FROM (SELECT * FROM ${userView(view)} LIMIT ${limit})`,
          );
          const [total] = await query(main, `SELECT count(*) AS n FROM ${userView(view)}`);
          return {
            columns: described.map((column) => ({
              name: String(column['column_name']),
              type: String(column['column_type']),
            })),
            rows: reader.getRowsJson() as (string | null)[][],
            totalRows: Number(total?.['n'] ?? 0),
          };
        } finally {
          await execute(main, 'USE memory.main');
        }
      });
      if (found === null)
        throw new RunStop(
          'failed',
          'not_ingested',
          `\`${schema}.${dataset}\` does not exist yet; \`pistevo run ${dataset}\` makes it.`,
        );
      return { kind: 'rows', table: `${schema}.${view}`, ...found };
    },
  );
}

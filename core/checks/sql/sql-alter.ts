import type { AlterTableStatement } from '../../syntax/sql/tree/alter-table.ts';
import type { SqlCheck, SqlDiscovery, StatementContext } from './sql-check.ts';
import { nameOf, rangeOf, textOf } from './support/text-of.ts';

/** `ALTER TABLE t CHANGE COLUMN a b INT`, `ALTER TABLE t ALTER COLUMN a`. */
export const sqlAlter: SqlCheck = {
  code: 'sql-alter',
  severity: 'error',
  title: 'An ALTER asks for what Spark does not do in that way',
  run(context) {
    const tables = context.nodes('alter-table').map((node) => ({ node, message: ofTable(context, node) }));
    const views = context.nodes('alter-view').map((node) => {
      const isOfPartitions =
        node.alteration.kind === 'add-partitions' || node.alteration.kind === 'drop-partitions';
      return {
        node,
        message: isOfPartitions ? 'A view has no partitions in Spark; take the statement away.' : null,
      };
    });
    return [...tables, ...views].flatMap(({ node, message }): SqlDiscovery[] =>
      message === null ? [] : [{ range: rangeOf(context.tokens, node.alteration), message }],
    );
  },
};

function ofTable(
  { tokens }: StatementContext,
  { alteration, partition }: AlterTableStatement,
): string | null {
  switch (alteration.kind) {
    case 'change-column': {
      if (partition !== null) return 'Columns are those of the whole table; take `PARTITION` away.';
      const from = alteration.name.parts.at(-1);
      const isRenaming =
        from !== undefined &&
        nameOf(tokens, from).toLowerCase() !== nameOf(tokens, alteration.to.name).toLowerCase();
      return isRenaming
        ? `\`CHANGE COLUMN\` renames nothing; write \`RENAME COLUMN ${textOf(tokens, alteration.name)} TO ${textOf(tokens, alteration.to.name)}\`.`
        : null;
    }
    case 'alter-columns':
      return alteration.columns.some(({ change }) => change === null)
        ? 'Nothing says what is to change; write `TYPE`, `COMMENT`, `SET NOT NULL`, `FIRST` or the like.'
        : null;
    case 'replace-columns': {
      if (partition !== null) return 'Columns are those of the whole table; take `PARTITION` away.';
      const isPlain = alteration.columns.every(
        ({ name, options }) => name.parts.length === 1 && options.every(({ kind }) => kind === 'comment'),
      );
      return isPlain
        ? null
        : '`REPLACE COLUMNS` takes names of one part, types and comments alone; take the rest away.';
    }
    default:
      return null;
  }
}

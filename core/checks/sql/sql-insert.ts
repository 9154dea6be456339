import type { InsertTarget } from '../../syntax/sql/tree/dml.ts';
import type { SqlCheck, SqlDiscovery, StatementContext } from './sql-check.ts';
import { nameOf, rangeOf, shown, stringOf, textOf } from './support/text-of.ts';

/** `INSERT INTO … IF NOT EXISTS`, `INSERT OVERWRITE DIRECTORY` without a path or with two. */
export const sqlInsert: SqlCheck = {
  code: 'sql-insert',
  severity: 'error',
  title: 'An INSERT asks for what cannot be had together',
  run(context) {
    return [...context.nodes('insert-table'), ...context.nodes('insert-directory')].flatMap(
      (target): SqlDiscovery[] => {
        const message =
          target.kind === 'insert-table' ? ofTable(context, target) : ofDirectory(context, target);
        return message === null ? [] : [{ range: rangeOf(context.tokens, target), message }];
      },
    );
  },
};

function ofTable(
  { tokens }: StatementContext,
  { isOverwrite, isIfNotExists, partition }: Extract<InsertTarget, { kind: 'insert-table' }>,
): string | null {
  if (!isIfNotExists) return null;
  if (!isOverwrite) return '`IF NOT EXISTS` goes with `INSERT OVERWRITE` alone; take it away.';
  const open = partition?.values.find(({ value }) => value === null);
  return open === undefined
    ? null
    : `\`IF NOT EXISTS\` needs a value for every partition column; give \`${nameOf(tokens, open.name)}\` one.`;
}

function ofDirectory(
  { tokens }: StatementContext,
  { path, provider, options }: Extract<InsertTarget, { kind: 'insert-directory' }>,
): string | null {
  if (provider === null) return null;
  const option = options.find(({ key }) => /^['"`]?path['"`]?$/i.test(textOf(tokens, key)));
  if (path !== null && option !== undefined)
    return `The path stands twice, in \`OPTIONS\` too; keep \`${shown(textOf(tokens, path))}\`.`;
  return (path === null || stringOf(tokens, path) === '') && option === undefined
    ? 'No path says where to write; put one in quotes behind `DIRECTORY`.'
    : null;
}

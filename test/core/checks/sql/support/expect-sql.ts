import { expect } from 'vitest';
import { checkStatement } from '../../../../../core/checks/sql/check-scripts.ts';
import type { SqlCheck } from '../../../../../core/checks/sql/sql-check.ts';
import type { SqlDialect } from '../../../../../core/syntax/sql/dialect.ts';
import { parseStatement } from '../../../../../core/syntax/sql/parse-statement.ts';

const spark35: SqlDialect = { version: '3.5', ansi: false };
const spark40: SqlDialect = { version: '4.0', ansi: false };

/** What a check says of a statement in both versions of Spark, with `⟦…⟧` around the place that it names. */
export function expectSql(
  check: SqlCheck,
  marked: string,
  message: string | RegExp,
  dialects = [spark35, spark40],
): void {
  const text = marked.replace(/[⟦⟧]/g, '');
  for (const dialect of dialects) {
    const found = findingsOf(check, text, dialect);
    const shown = found.map(
      ({ range }) =>
        `${text.slice(0, range.start)}⟦${text.slice(range.start, range.end)}⟧${text.slice(range.end)}`,
    );
    expect([dialect.version, shown]).toEqual([dialect.version, [marked]]);
    if (typeof message === 'string') expect(found[0]?.message).toBe(message);
    else expect(found[0]?.message).toMatch(message);
  }
}

/** Nothing is said of these statements in either version. */
export function expectSqlSilence(
  check: SqlCheck,
  texts: readonly string[],
  dialects = [spark35, spark40],
): void {
  for (const text of texts)
    for (const dialect of dialects)
      expect([text, dialect.version, findingsOf(check, text, dialect).map(({ message }) => message)]).toEqual(
        [text, dialect.version, []],
      );
}

/** The statement after the fix of the only finding. */
export function applySqlFix(check: SqlCheck, text: string, dialect = spark35): string {
  const [found, ...others] = findingsOf(check, text, dialect);
  expect(others).toEqual([]);
  const edits = found?.fix?.edits ?? [];
  expect(edits.length).toBeGreaterThan(0);
  return [...edits]
    .sort((one, other) => other.range.start - one.range.start)
    .reduce(
      (before, { range, newText }) => before.slice(0, range.start) + newText + before.slice(range.end),
      text,
    );
}

export const onlySpark35 = [spark35];
export const onlySpark40 = [spark40];

function findingsOf({ code }: SqlCheck, text: string, dialect: SqlDialect) {
  const parsed = parseStatement(text, dialect);
  expect([text, parsed.problems]).toEqual([text, []]);
  return checkStatement(parsed, dialect).filter((found) => found.code === code);
}

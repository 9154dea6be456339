import type { Report } from '../../core/contracts/report.ts';

/** A line, from 1, of a file of the project. */
export interface RulePlace {
  readonly file: string;
  readonly line: number;
}

/** By rule id, where its line is now; null when it is gone. */
export type RulePlaces = Readonly<Record<string, RulePlace | null>>;

/** Answers, in the order of the question, on which lines things stand now; null when nobody can tell. */
export type FindLines = (
  root: string,
  origins: readonly { readonly file: string; readonly path: string }[],
) => Promise<readonly (number | null)[] | null>;

/**
 * Where the rules of a report stand in the files as they are now. A rule that was never written, such as the cast of a column to
 * its default type, has no line of its own: the report tells the file.
 */
export async function findRulePlaces(
  root: string,
  { rules }: Pick<Report, 'rules'>,
  findLines: FindLines,
): Promise<RulePlaces> {
  const written = rules.filter(({ originLine }) => originLine !== null);
  const lines = await findLines(
    root,
    written.map(({ origin: { file, path } }) => ({ file, path })),
  );
  if (lines === null) return {};
  return Object.fromEntries(
    written.map(({ id, origin: { file } }, at) => {
      const line = lines[at] ?? null;
      return [id, line === null ? null : { file, line }];
    }),
  );
}

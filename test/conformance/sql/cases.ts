import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../../samples/random.ts';
import { dataFolder } from '../data.ts';
import { generateStatements } from './grammar/generate.ts';
import { generatedKinds } from './grammar/kinds.ts';
import { kindOf } from './kind-of.ts';
import { isEmptyStatement, type Label } from './label.ts';
import { mutate } from './mutate/mutate.ts';

/** Where a text is from: Spark's own test suites, the generator, or a change in one of theirs. */
export type Origin = 'suite' | 'generated' | 'mutant';

export interface Statement {
  readonly text: string;
  readonly kind: string;
  readonly origin: Origin;
}

export interface Case extends Statement {
  readonly label: Label;
}

export interface CorpusSize {
  /** Generated statements a kind. */
  readonly statements: number;
  readonly mutants: number;
}

export const fullSize: CorpusSize = { statements: 300, mutants: 23_500 };

/** What is held out is for one number now and then. */
export const heldOutSize: CorpusSize = { statements: 120, mutants: 8_000 };

export const suiteFile = join(dataFolder, 'spark-sql/statements.jsonl');

/** Statements of Spark's test suites; none where the file is not there. */
export function readSuite(): readonly Statement[] {
  if (!existsSync(suiteFile)) return [];
  const lines = readFileSync(suiteFile, 'utf8').split('\n');
  const texts = lines
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { readonly statement: string }).statement);
  return [...new Set(texts)].map((text) => ({ text, kind: kindOf(text), origin: 'suite' }));
}

/**
 * Labelled texts of one seed: the suite's statements, generated ones, and mutants of those that are accepted. The same ones for the
 * same seed and labels.
 */
export async function buildCases(
  {
    seed,
    size,
    suite,
  }: { readonly seed: number; readonly size: CorpusSize; readonly suite: readonly Statement[] },
  label: (texts: readonly string[]) => Promise<readonly Label[]>,
): Promise<readonly Case[]> {
  const labelled = async (statements: readonly Statement[]): Promise<readonly Case[]> => {
    const labels = await label(statements.map(({ text }) => text));
    return statements.map((statement, at) => ({ ...statement, label: labels[at] as Label }));
  };
  const generated = generateStatements(seed, size.statements).map(
    (statement): Statement => ({ ...statement, origin: 'generated' }),
  );
  const written = await labelled([...suite, ...generated]);
  const unmutated = generatedKinds.filter(({ isMutated }) => !isMutated).map(({ kind }) => kind);
  const accepted = written.filter(({ label, kind }) => label.accepts && !unmutated.includes(kind));
  const mutants = mutate(accepted, size.mutants, createRandom(seed * 31 + 7)).map(
    ({ text, kind }): Statement => ({ text, kind, origin: 'mutant' }),
  );
  return [...written, ...(await labelled(mutants))].filter((one) => !isEmptyStatement(one.label));
}

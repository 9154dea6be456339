import type { SparkVersion } from '../../../tools/spark/prepare.mjs';
import { readCorpus } from './corpus-file.ts';
import { parseText } from './parser-under-test.ts';
import { sumsOf, type Table, tallyAll } from './tally.ts';

/** The name of the committed corpus's table in the score. */
export function corpusName(version: SparkVersion): string {
  return `${version}, committed corpus`;
}

/** The parser against the committed corpus, which has too few of a kind for a row each. */
export function scoreCorpus(version: SparkVersion): Table {
  const dialect = { version, ansi: false };
  const scored = readCorpus(version).map((one) => ({ one, verdict: parseText(one.text, dialect) }));
  return sumsOf(tallyAll(scored));
}

import { k } from '../../lexer/keywords.ts';
import { s } from '../../lexer/token-codes.ts';
import { expectOneOf } from '../../parser/expect.ts';
import { codeAt, isNext, type Parser } from '../../parser/parser.ts';

/** What Hive does to a table, also to one of its partitions, and Spark does not. */
const ofPartition: readonly (readonly number[])[] = [[k.COMPACT], [k.CONCATENATE], [k.SET, k.FILEFORMAT]];

/** What Hive does to a table as a whole, and Spark does not. */
const ofTable: readonly (readonly number[])[] = [
  [k.NOT, k.CLUSTERED],
  [k.NOT, k.SORTED],
  [k.NOT, k.SKEWED],
  [k.NOT, k.STORED, k.AS, k.DIRECTORIES],
  [k.CLUSTERED, k.BY],
  [k.SKEWED, k.BY],
  [k.SET, k.SKEWED, k.LOCATION],
  [k.EXCHANGE, k.PARTITION],
  [k.ARCHIVE, k.PARTITION],
  [k.UNARCHIVE, k.PARTITION],
  [k.TOUCH],
];

/**
 * Tokens of the words after `ALTER TABLE t` that are a command of Hive, which are not passed; null when none comes next.
 * Where only the first of its words are there, the next one is told to be missing, unless Spark has a command that goes on.
 */
export function parseHiveAlteration(parser: Parser, isOfPartition: boolean): readonly number[] | null {
  const phrases = isOfPartition ? ofPartition : [...ofPartition, ...ofTable];
  let longest = 0;
  for (const words of phrases) {
    const length = matchOf(parser, words);
    if (length === words.length) return words.map((_, index) => parser.at + index);
    if (length > longest) longest = length;
  }
  if (longest === 0 || (longest === 1 && isNext(parser, k.SET))) return null;
  const begun = phrases.filter((words) => matchOf(parser, words) === longest);
  parser.at += longest;
  expectOneOf(parser, ...new Set(begun.map((words) => words[longest] ?? 0)));
  return null;
}

/** How many of these words come next. */
function matchOf(parser: Parser, words: readonly number[]): number {
  const missing = words.findIndex((word, index) => !isWord(parser, word, index));
  return missing === -1 ? words.length : missing;
}

function isWord(parser: Parser, word: number, ahead: number): boolean {
  const code = codeAt(parser, ahead);
  return code === word || (word === k.NOT && !parser.isFour && code === s['!']);
}

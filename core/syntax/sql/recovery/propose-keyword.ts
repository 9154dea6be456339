import { nearNames } from '../../../text/near-names.ts';
import { type Keyword, k } from '../lexer/keywords.ts';
import { t } from '../lexer/token-codes.ts';
import { codeAt, type Failure, fixOf, type Propose, type Repair, rangeOf, textOf } from './repair.ts';
import { isStatementWord } from './word-classes.ts';

/** Words that statements are made of; others are rarer than names that resemble them. */
const words = (
  'SELECT FROM WHERE GROUP ORDER HAVING LIMIT OFFSET JOIN INNER LEFT RIGHT FULL OUTER CROSS SEMI ANTI NATURAL LATERAL USING UNION ' +
  'INTERSECT EXCEPT AND NOT BETWEEN LIKE ILIKE RLIKE NULL CASE WHEN THEN ELSE END DISTINCT INSERT INTO OVERWRITE VALUES UPDATE SET ' +
  'DELETE MERGE MATCHED CREATE REPLACE TEMPORARY TABLE VIEW FUNCTION SCHEMA DATABASE DROP ALTER RENAME COLUMN COLUMNS WITH OVER ' +
  'PARTITION PARTITIONED CLUSTER CLUSTERED DISTRIBUTE SORT CAST INTERVAL EXISTS ROWS RANGE PRECEDING FOLLOWING UNBOUNDED CURRENT ' +
  'WINDOW PIVOT UNPIVOT TABLESAMPLE DESCRIBE EXPLAIN SHOW TABLES TRUNCATE REFRESH ANALYZE CACHE COMMENT LOCATION TBLPROPERTIES ' +
  'OPTIONS NULLS FIRST LAST DESC FILTER STRUCT ARRAY EXTRACT'
).split(' ') as Keyword[];

/** Words that begin a statement. */
const firstWords = words.filter((word) => isStatementWord(k[word]));

/** Two words that were written as one. */
const joined: Readonly<Record<string, readonly [Keyword, Keyword]>> = {
  GROUPBY: ['GROUP', 'BY'],
  ORDERBY: ['ORDER', 'BY'],
  PARTITIONBY: ['PARTITION', 'BY'],
  SORTBY: ['SORT', 'BY'],
  CLUSTERBY: ['CLUSTER', 'BY'],
  DISTRIBUTEBY: ['DISTRIBUTE', 'BY'],
  UNIONALL: ['UNION', 'ALL'],
  LEFTJOIN: ['LEFT', 'JOIN'],
  RIGHTJOIN: ['RIGHT', 'JOIN'],
  INNERJOIN: ['INNER', 'JOIN'],
  CROSSJOIN: ['CROSS', 'JOIN'],
  INSERTINTO: ['INSERT', 'INTO'],
  NOTIN: ['NOT', 'IN'],
  ISNULL: ['IS', 'NULL'],
};

/** A keyword that is misspelled: `SELEC`, `FORM`, `GRUOP BY`. It may have been read as a name, up to two tokens before the failure. */
export const proposeKeyword: Propose = (failure) => {
  const repairs: Repair[] = [];
  for (let index = failure.at; index >= 0 && index >= failure.at - 2; index -= 1) {
    if (codeAt(failure.tokens, index) === t.name) repairs.push(...proposeAt(failure, index));
  }
  return repairs;
};

function proposeAt({ tokens, at }: Failure, index: number): Repair[] {
  const written = textOf(tokens, index);
  if (written.length > 20) return [];
  const upper = written.toUpperCase();
  const pair = joined[upper];
  const meant: (readonly Keyword[])[] = pair === undefined ? [] : [pair];
  if (upper.length > 2)
    meant.push(...nearNames(upper, index === 0 ? firstWords : words).map((word) => [word as Keyword]));
  return meant.map((keywords): Repair => {
    const text = keywords.join(' ');
    const newText = written === written.toLowerCase() ? text.toLowerCase() : text;
    return {
      code: 'sql-keyword-typo',
      message: `\`${written}\` is no word of SQL here; did you mean \`${text}\`?`,
      range: rangeOf(tokens, index),
      fix: fixOf(`Write \`${text}\``, rangeOf(tokens, index), newText),
      edit: { at: index, removed: 1, inserted: keywords.map((word) => k[word]) },
      // That a word resembles one of SQL speaks for itself.
      cost: (at - index) / 4 - 2,
    };
  });
}

import { expect, test } from 'vitest';
import { expectRead, expectRefused, readTree } from '../../support/read-statement.ts';

test('a table is emptied, also one of its partitions', () => {
  expectRead(['TRUNCATE TABLE a.t', 'TRUNCATE TABLE t PARTITION (a = 1, b)'], 'truncate-table');
  expectRefused(['TRUNCATE ¦t', 'TRUNCATE TABLE¦', 'TRUNCATE TABLE t ¦b', 'TRUNCATE TABLE t PARTITION ¦a']);
});

test('a comment is set on a table or database, or taken away', () => {
  expectRead(
    ["COMMENT ON TABLE a.t IS 'c'", 'COMMENT ON DATABASE d IS NULL', "COMMENT ON SCHEMA a.d IS ''"],
    'comment-on',
  );
  expectRefused([
    'COMMENT ¦t',
    "COMMENT ON ¦COLUMN a IS 'c'",
    'COMMENT ON TABLE t¦',
    'COMMENT ON TABLE t IS ¦5',
    "COMMENT ON TABLE t IS 'a' ¦'b'",
  ]);
});

test('statistics are computed of a table, its columns, or all tables', () => {
  expectRead(
    [
      'ANALYZE TABLE t COMPUTE STATISTICS',
      'ANALYZE TABLE a.t PARTITION (a = 1, b) COMPUTE STATISTICS NOSCAN',
      'ANALYZE TABLE t COMPUTE STATISTICS FOR COLUMNS a, b',
      'ANALYZE TABLE t COMPUTE STATISTICS FOR ALL COLUMNS',
      'ANALYZE TABLE t COMPUTE STATISTICS foo',
    ],
    'analyze-table',
  );
  expectRead(
    ['ANALYZE TABLES COMPUTE STATISTICS', 'ANALYZE TABLES IN a.d COMPUTE STATISTICS NOSCAN'],
    'analyze-tables',
  );
  expectRefused([
    'ANALYZE ¦t',
    'ANALYZE TABLE t¦',
    'ANALYZE TABLE t COMPUTE ¦a',
    'ANALYZE TABLE t COMPUTE STATISTICS FOR COLUMNS¦',
    'ANALYZE TABLE t COMPUTE STATISTICS FOR ALL ¦a',
    'ANALYZE TABLE t COMPUTE STATISTICS NOSCAN ¦a',
    'ANALYZE TABLES ¦d COMPUTE STATISTICS',
  ]);
});

test('partitions of a table are repaired', () => {
  expectRead(
    [
      'MSCK REPAIR TABLE a.t',
      'REPAIR TABLE t',
      'MSCK REPAIR TABLE t SYNC PARTITIONS',
      'REPAIR TABLE t ADD PARTITIONS',
    ],
    'repair-table',
  );
  expectRefused([
    'MSCK ¦TABLE t',
    'REPAIR ¦t',
    'MSCK REPAIR TABLE t DROP¦',
    'MSCK REPAIR TABLE t ¦PARTITIONS',
  ]);
});

test('the tree of statistics holds the columns and the option', () => {
  const columns = readTree('ANALYZE TABLE t COMPUTE STATISTICS FOR COLUMNS a, b', 'analyze-table');
  const found = columns.tree.columns;
  expect(found === null || found === 'all' ? found : found.map(columns.textOf)).toEqual(['a', 'b']);
  const option = readTree('ANALYZE TABLE t COMPUTE STATISTICS NOSCAN', 'analyze-table');
  expect([option.tree.columns, option.textOf(option.tree.option)]).toEqual([null, 'NOSCAN']);
});

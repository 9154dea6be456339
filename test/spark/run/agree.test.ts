import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ColumnType } from '../../../core/contracts/plan.ts';
import { buildPlan } from '../../../core/plan/build-plan.ts';
import { readValue } from '../../../core/semantics/read-value.ts';
import { typeExpression } from '../../../core/semantics/type-expression.ts';
import type { ValueType } from '../../../core/semantics/value-type.ts';
import { parseExpression } from '../../../core/syntax/check-expression/parse-expression.ts';
import { printCast } from '../../../core/translate/print-cast.ts';
import { printExpression } from '../../../core/translate/print-expression.ts';
import { printMatches } from '../../../core/translate/print-pattern.ts';
import { printType } from '../../../core/translate/print-type.ts';
import { quoteName } from '../../../core/translate/quote.ts';
import { deliver, deliveries, projectOf, referenceOf, setups } from '../../core/plan/support/random-cases.ts';
import { type Expected, referenceRun } from '../../core/plan/support/reference-run.ts';
import { asText, hand, mutated } from '../../core/translate/support/cast-texts.ts';
import { evaluate, told } from '../../core/translate/support/evaluate.ts';
import { meant, texts as patternTexts, randomPattern } from '../../core/translate/support/pattern-cases.ts';
import {
  columns,
  createRandom,
  randomExpression,
  readRows,
  rows,
} from '../../core/translate/support/random-expression.ts';
import { openSparkPlayer } from '../support/play-spark.ts';
import { openSparkSql, type SparkSql, sparkPython } from '../support/spark-sql.ts';

const python = sparkPython(process.env['SPARK_VERSION']);
/** A share of the cases, so that a busy machine is done soon; PISTEVO_AGREE=all takes every one. */
const isWhole = process.env['PISTEVO_AGREE'] === 'all';
let spark: SparkSql;
beforeAll(async () => {
  if (python !== null) spark = await openSparkSql(python);
});
afterAll(() => spark?.close());

/** Texts of one column, numbered, as relation `given (n, x)`. */
async function give(texts: readonly string[]): Promise<void> {
  await spark.relation(
    'given',
    [
      ['n', 'int'],
      ['x', 'string'],
    ],
    texts.map((text, at) => [`${at}`, text]),
  );
}

async function column(sql: string): Promise<readonly (string | null)[]> {
  const answer = await spark.query(`SELECT n, ${sql} AS v FROM given ORDER BY n`);
  return answer.map((row) => row['v'] ?? null);
}

describe.skipIf(python === null)('a cast in Spark', () => {
  const shapes: readonly (readonly [ColumnType, readonly string[], number])[] = [
    ['int', [], 0],
    ['bigint', [], 0],
    ['boolean', [], 0],
    ['double', [], 0],
    ['decimal(7,2)', [], 2],
    ['decimal(38,0)', [], 0],
    ['decimal(6,5)', [], 5],
    ['date', ['yyyy-MM-dd', 'M/d/yyyy', 'M-d-yyyy'], 0],
    ['date', ['d MMM yyyy', 'yyyyMMdd', 'dd.MM.yyyy'], 0],
    ['date', ['MM/dd/yyyy', 'dd/MM/yyyy', 'MM-d-yyyy'], 0],
    ['date', ['MM. dd. yyyy', 'M年d年yyyy', 'M·d·yyyy'], 0],
    ['date', ["M'0'd'0'yyyy", "d'a'MMM'a'yyyy"], 0],
    ['timestamp', ['dd.MM.yyyy HH:mm'], 0],
  ];
  const texts = [...hand, ...mutated(hand, isWhole ? 3000 : 800)];

  test.each(shapes)('reads %s %j as TypeScript does', async (type, formats, scale) => {
    await give(texts);
    const sql = printCast('spark', 'x', type, { formats, timeZone: 'UTC' });
    const read = await column(type === 'date' ? `unix_date(${sql})` : sql);
    const same = (value: string | null) => (type === 'double' && value !== null ? `${Number(value)}` : value);
    expect(texts.map((text, at) => `${text} → ${same(read[at] ?? null)}`)).toEqual(
      texts.map((text) => `${text} → ${asText(readValue(text, type, formats), scale)}`),
    );
  });

  test.each([
    ['America/New_York', '2026-07-01 12:00', '2026-07-01 16:00:00'],
    ['America/New_York', '2023-11-05 01:30', '2023-11-05 05:30:00'],
    ['America/New_York', '2023-11-05 02:00', '2023-11-05 07:00:00'],
    ['America/New_York', '2023-11-06 00:30', '2023-11-06 05:30:00'],
    ['America/New_York', '2023-03-12 02:30', '2023-03-12 07:30:00'],
    ['America/New_York', '1850-01-01 00:00', '1850-01-01 04:56:02'],
    ['Europe/Paris', '2023-10-29 02:30', '2023-10-29 00:30:00'],
    ['Europe/Paris', '9999-12-31 23:59:59', '9999-12-31 22:59:59'],
    ['Australia/Lord_Howe', '2023-04-02 01:45', '2023-04-01 14:45:00'],
    ['America/New_York', '2023-11-05T01:30:00Z', '2023-11-05 01:30:00'],
    ['America/New_York', '2023-11-05 01:30+02:00', '2023-11-04 23:30:00'],
  ])('reads in %s %s as %s UTC', async (timeZone, text, utc) => {
    await give([text]);
    const sql = printCast('spark', 'x', 'timestamp', { formats: [], timeZone });
    expect(await column(`CAST(${sql} AS STRING)`)).toEqual([utc]);
  });
});

describe.skipIf(python === null)('a printed pattern in Spark', () => {
  test('matches what it says, for random patterns', async () => {
    const random = createRandom(99);
    const patterns = Array.from({ length: isWhole ? 400 : 75 }, () => randomPattern(random, 2));
    await give(patternTexts);
    const found: unknown[] = [];
    for (let at = 0; at < patterns.length; at += 25) {
      const some = patterns.slice(at, at + 25);
      const items = some.map((pattern, index) => `${printMatches('spark', 'x', pattern)} AS p${index}`);
      const answer = await spark.query(`SELECT n, ${items.join(', ')} FROM given ORDER BY n`);
      for (const [index, pattern] of some.entries())
        found.push([pattern, answer.map((row) => row[`p${index}`] === 'true')]);
    }
    expect(found).toEqual(
      patterns.map((pattern) => [pattern, patternTexts.map((text) => meant(pattern, text))]),
    );
  });
});

describe.skipIf(python === null)('a printed expression in Spark', () => {
  const names = [...columns.keys()];
  const random = createRandom(20260101);
  const kinds = ['boolean', 'boolean', 'number', 'string', 'date', 'timestamp'] as const;
  const sound: string[] = [];
  while (sound.length < (isWhole ? 800 : 160)) {
    const text = randomExpression(random, kinds[random(kinds.length)] ?? 'boolean', 1 + random(4));
    const { tree, errors } = parseExpression(text);
    if (errors.length === 0 && typeExpression(tree, columns, { aggregates: false }).problems.length === 0)
      sound.push(text);
  }

  beforeAll(async () => {
    await spark.relation(
      't',
      [['row_no', 'int'], ...[...columns].map(([name, type]) => [name, printType('spark', type)] as const)],
      rows.map((row, at) => [`${at}`, ...row]),
    );
  });

  function print(text: string): { sql: string; type: ValueType | null } {
    const { tree } = parseExpression(text);
    const type = typeExpression(tree, columns, { aggregates: false }).type;
    const sql = printExpression(tree, {
      dialect: 'spark',
      types: columns,
      column: (name) => quoteName('spark', name.toLowerCase()),
    });
    return { sql: type === 'date' ? `unix_date(${sql})` : sql, type };
  }

  test('means what the reference says, in random expressions over 10 rows', async () => {
    const read = readRows();
    const answers: unknown[] = [];
    const meant: unknown[] = [];
    for (let at = 0; at < sound.length; at += 20) {
      const some = sound.slice(at, at + 20).map((text) => ({ text, ...print(text) }));
      const items = some.map(({ sql }, index) => `${sql} AS v${index}`);
      const answer = await spark.query(`SELECT row_no, ${items.join(', ')} FROM t ORDER BY row_no`);
      for (const [index, { text, type }] of some.entries()) {
        const values = answer.map((row) => row[`v${index}`] ?? null);
        answers.push([
          text,
          values.map((value) => (type === 'double' && value !== null ? Number(value) : value)),
        ]);
        const { tree } = parseExpression(text);
        meant.push([
          text,
          read.map((row) => {
            const value = told(evaluate(tree, row));
            return typeof value === 'number' && type !== 'double' ? `${value}` : value;
          }),
        ]);
      }
    }
    expect(names).toHaveLength(11);
    expect(answers).toEqual(meant);
  });
});

describe.skipIf(python === null)('the Spark texts of a plan', () => {
  test('give the rows, reasons and counts that the contract gives row by row', async () => {
    await fc.assert(
      fc.asyncProperty(setups, deliveries, async (choice, given) => {
        const project = projectOf(choice);
        const play = await openSparkPlayer(spark, buildPlan(project, 'events'), { _parent_0: ['1', '2'] });
        let before: Expected['target'] = [];
        for (const rows of given) {
          const delivery = deliver(choice, rows);
          const expected = referenceRun(referenceOf(choice, project), before, delivery);
          const played = await play(delivery);
          expect(played.reasons).toEqual(expected.reasons);
          expect(played.rejected).toEqual(expected.rejected);
          expect(played.target).toEqual(expected.target);
          expect(played.counts).toEqual(expected.counts);
          before = expected.target;
        }
      }),
      { seed: 20240117, numRuns: isWhole ? 60 : 2, endOnFailure: true },
    );
  });
});

import { k } from '../../syntax/sql/lexer/keywords.ts';
import { t } from '../../syntax/sql/lexer/token-codes.ts';
import type { Sample } from '../../syntax/sql/tree/relation.ts';
import type { SqlCheck, SqlDiscovery, StatementContext } from './sql-check.ts';
import { rangeOf, shown, textOf } from './support/text-of.ts';

/** `TABLESAMPLE (120 PERCENT)`, `TABLESAMPLE (300M)`. */
export const sqlSample: SqlCheck = {
  code: 'sql-sample',
  severity: 'error',
  title: 'A sample of a table is not one that Spark can take',
  run(context) {
    const tables = [
      ...context.nodes('table-name'),
      ...context.nodes('derived-table'),
      ...context.nodes('nested-relation'),
    ];
    const samples = [...tables, ...context.nodes('pipe-sample')].flatMap(({ sample }) =>
      sample === null ? [] : [sample],
    );
    return samples.flatMap((sample): SqlDiscovery[] => {
      const message = faultOf(context, sample);
      return message === null ? [] : [{ range: rangeOf(context.tokens, sample), message }];
    });
  },
};

function faultOf({ tokens }: StatementContext, sample: Sample): string | null {
  const written = sample.amount === null ? '' : textOf(tokens, sample.amount);
  switch (sample.method) {
    case null:
      return 'The sample has no size; write one such as `10 PERCENT` or `100 ROWS`.';
    case 'bytes':
      return `Spark takes no sample by bytes, as \`${shown(written)}\` is read; write \`${/^\d+$/.test(written) ? written : '100'} ROWS\` or a share in \`PERCENT\`.`;
    case 'percent': {
      const share = Number(written.replace(/\s+|BD$|D$/gi, ''));
      return Number.isNaN(share) || (share >= 0 && share <= 100.0001)
        ? null
        : `A sample holds from 0 to 100 percent, and not ${shown(written)}.`;
    }
    case 'bucket':
      return faultOfBucket(tokens, sample);
    default:
      return null;
  }
}

function faultOfBucket(tokens: StatementContext['tokens'], { first, last }: Sample): string | null {
  const amounts: number[] = [];
  for (let index = first; index <= last; index += 1) {
    if (tokens.codes[index] === k.ON) return 'Spark samples no buckets by a column; take `ON …` away.';
    if (tokens.codes[index] === t.integer)
      amounts.push(Number(textOf(tokens, { first: index, last: index })));
  }
  const [part = 0, all = 0] = amounts;
  return all > 0 && part <= all
    ? null
    : `There is no bucket ${part} out of ${all}; the first number is at most the second.`;
}

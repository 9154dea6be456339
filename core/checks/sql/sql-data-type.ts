import { isWordCode } from '../../syntax/sql/lexer/token-codes.ts';
import { nearNames } from '../../text/near-names.ts';
import type { SqlCheck, SqlDiscovery, StatementContext } from './sql-check.ts';
import type { NodeOf } from './support/collect-nodes.ts';
import { rangeOf, textOf } from './support/text-of.ts';

const plainTypes = [
  ...['BOOLEAN', 'TINYINT', 'BYTE', 'SMALLINT', 'SHORT', 'INT', 'INTEGER', 'BIGINT', 'LONG', 'FLOAT', 'REAL'],
  ...[
    'DOUBLE',
    'DATE',
    'TIMESTAMP',
    'TIMESTAMP_NTZ',
    'TIMESTAMP_LTZ',
    'STRING',
    'BINARY',
    'VOID',
    'INTERVAL',
  ],
];
const decimals = ['DECIMAL', 'DEC', 'NUMERIC'];
const sized = ['CHAR', 'CHARACTER', 'VARCHAR'];
const nested: Readonly<Record<string, string>> = {
  ARRAY: 'ARRAY<STRING>',
  MAP: 'MAP<STRING, INT>',
  STRUCT: 'STRUCT<name: STRING>',
};

/** Types of other databases that people write from habit. */
const habits: Readonly<Record<string, string>> = {
  TEXT: 'STRING',
  NVARCHAR: 'STRING',
  CLOB: 'STRING',
  UUID: 'STRING',
  DATETIME: 'TIMESTAMP',
  NUMBER: 'DECIMAL',
  BLOB: 'BINARY',
  BYTEA: 'BINARY',
  VARBINARY: 'BINARY',
  BOOL: 'BOOLEAN',
  BIT: 'BOOLEAN',
  INT2: 'SMALLINT',
  INT4: 'INT',
  INT8: 'BIGINT',
  INT64: 'BIGINT',
  FLOAT64: 'DOUBLE',
  MEDIUMINT: 'INT',
  UNSIGNED: 'BIGINT',
  SIGNED: 'BIGINT',
};

/** An unknown type, a CHAR without its length, a DECIMAL of more than 38 digits. */
export const sqlDataType: SqlCheck = {
  code: 'sql-data-type',
  severity: 'error',
  title: 'A type is not one that Spark knows',
  run(context) {
    return context.nodes('primitive-type').flatMap((type): SqlDiscovery[] => {
      const found = faultOf(context, type);
      return found === null ? [] : [found];
    });
  },
};

function faultOf(context: StatementContext, type: NodeOf<'primitive-type'>): SqlDiscovery | null {
  const { tokens, dialect } = context;
  const written = textOf(tokens, type.name);
  const name = written.toUpperCase();
  const sizes = type.parameters.map((at) => Number(textOf(tokens, { first: at, last: at })));
  const range = rangeOf(tokens, type);
  const isWord = isWordCode(tokens.codes[type.name.first] ?? 0);
  if (isWord && decimals.includes(name)) return faultOfDecimal(written, sizes, range);
  if (isWord && sized.includes(name)) {
    if (sizes.length === 1) return null;
    return {
      range,
      message: `\`${written}\` needs ${sizes.length === 0 ? 'a length' : 'one length'}, as in \`${name}(10)\`; or write \`STRING\`.`,
    };
  }
  const example = isWord && sizes.length === 0 ? nested[name] : undefined;
  if (example !== undefined)
    return { range, message: `\`${written}\` needs the types that it holds, as in \`${example}\`.` };
  const known = dialect.version === '4.0' ? [...plainTypes, 'VARIANT'] : plainTypes;
  if (!isWord || !known.includes(name)) return unknownType(written, known, rangeOf(tokens, type.name), range);
  if (sizes.length === 0) return null;
  return {
    range,
    message: `\`${written}\` takes no length; write \`${written}\` alone.`,
    fix: { title: `Write \`${written}\``, edits: [{ range, newText: written }] },
  };
}

function faultOfDecimal(
  written: string,
  sizes: readonly number[],
  range: SqlDiscovery['range'],
): SqlDiscovery | null {
  const [precision = 10, scale = 0] = sizes;
  if (sizes.length > 2)
    return { range, message: `\`${written}\` takes two numbers, as in \`DECIMAL(10, 2)\`.` };
  if (precision > 38 || scale > 38)
    return {
      range,
      message: `\`${written}\` has at most 38 digits; write \`DECIMAL(38, …)\`, or \`DOUBLE\`.`,
    };
  if (scale > precision)
    return {
      range,
      message: `\`${written}\` cannot have ${scale} of ${precision} digits behind its point; make the first number as large as the second at least.`,
    };
  return null;
}

function unknownType(
  written: string,
  known: readonly string[],
  name: SqlDiscovery['range'],
  range: SqlDiscovery['range'],
): SqlDiscovery {
  const upper = written.toUpperCase().replaceAll('`', '');
  const all = [...known, ...decimals, ...sized, ...Object.keys(nested)];
  const meant = habits[upper] ?? (all.includes(upper) ? upper : (nearNames(upper, all)[0] ?? null));
  if (meant === null)
    return {
      range,
      message: `\`${written}\` is no type of Spark; write one such as \`STRING\`, \`BIGINT\` or \`TIMESTAMP\`.`,
    };
  return {
    range,
    message: `\`${written}\` is no type of Spark; did you mean \`${meant}\`?`,
    fix: { title: `Change to \`${meant}\``, edits: [{ range: name, newText: meant }] },
  };
}

import { s } from '../../syntax/sql/lexer/token-codes.ts';
import type { SqlCheck, SqlDiscovery } from './sql-check.ts';
import { rangeOf, shown, textOf } from './support/text-of.ts';

const wholeTypes: Readonly<Record<string, { readonly name: string; readonly most: bigint }>> = {
  Y: { name: 'TINYINT', most: 127n },
  S: { name: 'SMALLINT', most: 32767n },
  L: { name: 'BIGINT', most: 9223372036854775807n },
};

/** `128Y`, `1e400`, a decimal of more than 38 digits. */
export const sqlNumberRange: SqlCheck = {
  code: 'sql-number-range',
  severity: 'error',
  title: 'A number is out of the range of its type',
  run({ tokens, nodes }) {
    // The sign belongs to the number: -128Y is in range, and 128Y is not.
    const negative = new Set(
      nodes('unary').flatMap(({ operator, operand }) =>
        tokens.codes[operator] === s['-'] ? [operand.first] : [],
      ),
    );
    return nodes('literal').flatMap((literal): SqlDiscovery[] => {
      if (literal.type !== 'number') return [];
      const fault = faultOf(textOf(tokens, literal), negative.has(literal.first));
      return fault === null ? [] : [{ range: rangeOf(tokens, literal), message: fault }];
    });
  },
};

function faultOf(text: string, isNegative: boolean): string | null {
  if (text.length < 4) return null;
  const upper = text.toUpperCase();
  const whole = wholeTypes[upper.at(-1) ?? ''];
  if (whole !== undefined) {
    const isIn = BigInt(text.slice(0, -1)) <= whole.most + (isNegative ? 1n : 0n);
    return isIn
      ? null
      : `\`${shown(text)}\` is out of the range of ${whole.name}; take the suffix away, or use a larger type.`;
  }
  if (/E/.test(upper) ? !upper.endsWith('BD') : /[DF]$/.test(upper) && !upper.endsWith('BD'))
    return faultOfFloat(upper);
  const [digits = '', exponent = '0'] = upper.replace(/BD$/, '').split('E');
  const [before = '', after = ''] = digits.split('.');
  const scale = after.length - Number(exponent);
  const significant = `${before}${after}`.replace(/^0+/, '').length;
  const precision = Math.max(scale < 0 ? significant - scale : significant, scale);
  return precision <= 38
    ? null
    : `\`${shown(text)}\` needs ${precision} digits, and a DECIMAL has at most 38; write it as a DOUBLE with an exponent, or as a string.`;
}

function faultOfFloat(upper: string): string | null {
  const isFloat = upper.endsWith('F');
  const value = Number(upper.replace(/[DF]$/, ''));
  const most = isFloat ? 3.4028234663852886e38 : Number.MAX_VALUE;
  return value <= most
    ? null
    : `\`${shown(upper)}\` is out of the range of ${isFloat ? 'FLOAT' : 'DOUBLE'}; write a smaller number.`;
}

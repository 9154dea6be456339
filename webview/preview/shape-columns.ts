export interface ColumnShape {
  readonly name: string;
  /** Every value that was looked at is a number: set to the right. */
  readonly isNumeric: boolean;
  readonly isMasked: boolean;
  /** Width in characters. */
  readonly characters: number;
}

const looked = 300;
const least = 6;
const most = 44;
const markWidth = 9;
const nullWidth = 4;

/** How each column of a grid is shown, from its name and its first values. */
export function shapeColumns(
  columns: readonly string[],
  rows: readonly (readonly (string | null)[])[],
  masked: ReadonlySet<string>,
): readonly ColumnShape[] {
  const sample = rows.slice(0, looked);
  return columns.map((name, at) => {
    const values = sample.flatMap((row) => row[at] ?? []);
    const longest = Math.max(nullWidth, ...values.map((value) => value.length));
    const isMasked = masked.has(name);
    const head = name.length + (isMasked ? markWidth : 0);
    return {
      name,
      isMasked,
      isNumeric: values.length > 0 && values.every(isNumber),
      characters: Math.min(most, Math.max(least, head, longest)),
    };
  });
}

/** Digits with a leading zero are a name rather than a number. */
function isNumber(text: string): boolean {
  return /^-?(0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?$/.test(text);
}

import type { SyntaxProblem } from '../problem.ts';

export type DateField = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** One piece of a date format. `width` counts what a value may write there: `loose` is one or two digits, `name` an English month of three letters. */
export type DatePart =
  | { readonly kind: 'field'; readonly field: DateField; readonly width: 'four' | 'two' | 'loose' | 'name' }
  | { readonly kind: 'literal'; readonly text: string };

const fields: Readonly<Record<string, DatePart & { kind: 'field' }>> = {
  yyyy: { kind: 'field', field: 'year', width: 'four' },
  M: { kind: 'field', field: 'month', width: 'loose' },
  MM: { kind: 'field', field: 'month', width: 'two' },
  MMM: { kind: 'field', field: 'month', width: 'name' },
  d: { kind: 'field', field: 'day', width: 'loose' },
  dd: { kind: 'field', field: 'day', width: 'two' },
  HH: { kind: 'field', field: 'hour', width: 'two' },
  mm: { kind: 'field', field: 'minute', width: 'two' },
  ss: { kind: 'field', field: 'second', width: 'two' },
};
const known = '`yyyy`, `M`, `MM`, `MMM`, `d`, `dd`, and for timestamps `HH`, `mm`, `ss`';

/**
 * Reads a date format such as `M/d/yyyy`. Letters are `yyyy M MM MMM d dd HH mm ss`; other letters stand in single
 * quotes (`yyyy-MM-dd'T'HH:mm`), `''` is a quote. The parts are those that are sound, whatever the problems.
 */
export function parseDateFormat(text: string): {
  readonly parts: readonly DatePart[];
  readonly errors: readonly SyntaxProblem[];
} {
  const parts: DatePart[] = [];
  const errors: SyntaxProblem[] = [];
  let position = 0;
  const problem = (message: string, start: number, end: number) =>
    errors.push({ message, range: { start, end } });
  const literal = (piece: string) => {
    const last = parts.at(-1);
    if (last?.kind === 'literal') parts[parts.length - 1] = { kind: 'literal', text: last.text + piece };
    else parts.push({ kind: 'literal', text: piece });
  };

  while (position < text.length) {
    const start = position;
    const rest = text.slice(start);
    const letters = /^([A-Za-z])\1*/.exec(rest)?.[0];
    if (letters !== undefined) {
      position += letters.length;
      const field = fields[letters];
      const before = parts.at(-1);
      if (field === undefined) {
        problem(
          `\`${letters}\` means nothing in a date format; use ${known}, or put it in single quotes.`,
          start,
          position,
        );
      } else if (parts.some((part) => part.kind === 'field' && part.field === field.field)) {
        problem(`The ${field.field} stands twice in the format; remove \`${letters}\`.`, start, position);
      } else {
        if (before?.kind === 'field' && before.width === 'loose' && field.width !== 'name') {
          problem(
            `\`${letters}\` follows a field of one or two digits directly; put a separator between them or use two letters.`,
            start,
            position,
          );
        }
        parts.push(field);
      }
    } else if (rest.startsWith("''")) {
      position += 2;
      literal("'");
    } else if (rest.startsWith("'")) {
      const quoted = /^'((?:[^']|'')+)'/.exec(rest);
      position += quoted?.[0].length ?? rest.length;
      if (quoted?.[1] === undefined)
        problem('The single quote is not closed; close it or write two of them.', start, position);
      else literal(quoted[1].replaceAll("''", "'"));
    } else {
      const character = String.fromCodePoint(text.codePointAt(start) ?? 0);
      position += character.length;
      const before = parts.at(-1);
      if (/^[0-9]$/.test(character) && before?.kind === 'field' && before.width === 'loose') {
        problem(
          'A digit follows a field of one or two digits; put a separator between them.',
          start,
          position,
        );
      }
      literal(character);
    }
  }
  errors.push(...wholeFormatProblems(text, parts));
  return { parts, errors };
}

function wholeFormatProblems(text: string, parts: readonly DatePart[]): SyntaxProblem[] {
  const range = { start: 0, end: text.length };
  const present = new Set(parts.map((part) => (part.kind === 'field' ? part.field : 'literal')));
  const missing = (['year', 'month', 'day'] as const).filter((field) => !present.has(field));
  const problems: SyntaxProblem[] = [];
  if (missing.length > 0) {
    problems.push({
      message: `The date format has no ${missing.join(' and no ')}; write one such as \`yyyy-MM-dd\`.`,
      range,
    });
  }
  if (present.has('minute') !== present.has('hour') || (present.has('second') && !present.has('minute'))) {
    problems.push({ message: 'The time in the format has gaps; write `HH:mm` or `HH:mm:ss`.', range });
  }
  if (/^[ \t]|[ \t]$/.test(text)) {
    problems.push({
      message: 'Values are trimmed before they are read; remove the blanks at the ends of the format.',
      range,
    });
  }
  return problems;
}

/** True when the format reads a time of day too: it fits timestamps, never dates. */
export function hasTime(parts: readonly DatePart[]): boolean {
  return parts.some((part) => part.kind === 'field' && part.field === 'hour');
}

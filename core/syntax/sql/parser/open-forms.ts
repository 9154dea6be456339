import type { Parser } from './parser.ts';

/** Forms within which a mistake makes Spark doubt the form as a whole. */
export const form = {
  /** `x IN (…)`. */
  in: 0,
  /** `EXISTS (…)`. */
  exists: 1,
  /** `CASE WHEN …`. */
  case: 2,
  /** `name(…)`. */
  call: 3,
  /** `ORDER BY …` and its like at the end of a query. */
  order: 4,
  /** `(…)` around an expression: within it Spark sees a mistake where it is. */
  group: 5,
  /** `<…>` and `(…)` of a type. */
  type: 6,
  /** `VALUES …` as a query. */
  values: 7,
} as const;

export type Form = (typeof form)[keyof typeof form];

/** A form begins at this token; `closeForm` must follow when it is read. */
export function openForm(parser: Parser, kind: Form, at: number): void {
  parser.open.push(at * 8 + kind);
}

export function closeForm(parser: Parser): void {
  parser.open.pop();
}

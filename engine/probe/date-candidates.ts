import { dateFormatPattern } from '../../core/semantics/cast-patterns.ts';
import { parseDateFormat } from '../../core/syntax/date-format/parse-date-format.ts';

/** A way to write days, or days with times, that files are known to use. */
export interface DateCandidate {
  readonly format: string;
  readonly pattern: RegExp;
  /** The same with day and month the other way round, when digits alone cannot tell them apart. */
  readonly twin: string | null;
}

/** Formats that a date column reads without being told (contract, stage "cast"). */
export const usualDateFormats = ['yyyy-MM-dd', 'M/d/yyyy', 'M-d-yyyy'] as const;

const days: readonly (readonly [string, string | null])[] = [
  ['yyyy-MM-dd', null],
  ['M/d/yyyy', 'd/M/yyyy'],
  ['M-d-yyyy', 'd-M-yyyy'],
  ['d/M/yyyy', 'M/d/yyyy'],
  ['d-M-yyyy', 'M-d-yyyy'],
  ['d.M.yyyy', null],
  ['yyyy/M/d', null],
  ['yyyyMMdd', null],
  ['d-MMM-yyyy', null],
  ['d MMM yyyy', null],
  ['MMM d, yyyy', null],
];
const times = ['HH:mm:ss', 'HH:mm'];

function candidate(format: string, twin: string | null): DateCandidate {
  const { parts } = parseDateFormat(format);
  return { format, twin, pattern: new RegExp(`^(?:${dateFormatPattern(parts)})$`) };
}

/** Candidates for dates, the likelier first: of two that fit equally well the first is taken. */
export function dateCandidates(): DateCandidate[] {
  return days.map(([format, twin]) => candidate(format, twin));
}

/** Candidates for timestamps that are not ISO: a day and a time in the source's time zone. */
export function timestampCandidates(): DateCandidate[] {
  return days
    .filter(([format]) => format !== 'yyyy-MM-dd' && format !== 'yyyyMMdd')
    .flatMap(([format, twin]) =>
      times.map((time) => candidate(`${format} ${time}`, twin && `${twin} ${time}`)),
    );
}

import type { Finding, Range } from '../contracts/finding.ts';
import { fixFor } from './fix-for.ts';
import type { Path, SourceDocument } from './project.ts';
import type { Violation } from './violation.ts';

/** Gives violations their place. `written` tells where the value at a path of the violation is written. */
export function toFindings(
  document: SourceDocument,
  violations: readonly (Violation & { readonly needle?: string })[],
  written: (path: Path) => Path = (path) => path,
): readonly Finding[] {
  return violations.map((violation): Finding => {
    const { file } = document;
    const whole = document.rangeOf(written(violation.path), violation.part);
    const range =
      violation.needle === undefined
        ? whole
        : narrow(document.source.slice(whole.start, whole.end), whole, violation.needle);
    const finding = {
      code: violation.code,
      severity: 'error',
      message: violation.message,
      file,
      range,
    } as const;
    const fix = violation.meant === undefined ? null : fixFor(document, violation, { range, written });
    return fix === null ? finding : { ...finding, fixes: [fix] };
  });
}

/** The part of a value that a message is about, as far as the text shows it plainly. */
function narrow(written: string, range: Range, needle: string): Range {
  const at = written.indexOf(needle);
  if (at === -1) return range;
  const close = written.indexOf('}', at);
  const end = close === -1 ? at + needle.length : close + 1;
  return { start: range.start + at, end: range.start + end };
}

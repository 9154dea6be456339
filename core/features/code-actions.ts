import type { Finding, Fix, Range, TextEdit } from '../contracts/finding.ts';
import { columnActions } from './code-actions/column-actions.ts';
import { twinActions } from './code-actions/twin-actions.ts';
import type { ProjectView } from './project-view.ts';

/** A change that an editor offers. */
export interface CodeAction extends Fix {
  readonly kind: 'quickfix' | 'refactor';
  /** The finding that it mends. */
  readonly finding?: Finding;
  /** The one thing to do about its finding. */
  readonly isPreferred: boolean;
}

/**
 * What can be done at a range: the fixes of the findings there, all fixes of the same code at once, the missing half of a
 * dataset, masks and rules of a column. `findings` are those of the whole project.
 */
export function codeActions(
  view: ProjectView,
  file: string,
  range: Range,
  findings: readonly Finding[],
): readonly CodeAction[] {
  const here = findings.filter((finding) => finding.file === file && touches(finding.range, range));
  const fixes = here.flatMap((finding) => {
    const own = finding.fixes ?? [];
    return own.map(
      (fix): CodeAction => ({ ...fix, kind: 'quickfix', finding, isPreferred: own.length === 1 }),
    );
  });
  const codes = [...new Set(here.map(({ code }) => code))];
  const everywhere = codes.flatMap((code) => {
    const fix = fixAll(findings, code);
    return fix === null ? [] : [{ ...fix, kind: 'quickfix' as const, isPreferred: false }];
  });
  const place = { file, offset: range.start };
  const others = [...twinActions(view, place), ...columnActions(view, place)].map(
    ({ codes: mends, ...fix }): CodeAction => {
      const finding = here.find(({ code }) => mends.includes(code));
      if (finding === undefined) return { ...fix, kind: 'refactor', isPreferred: false };
      return { ...fix, kind: 'quickfix', finding, isPreferred: (finding.fixes ?? []).length === 0 };
    },
  );
  return [...fixes, ...everywhere, ...others];
}

/**
 * The first fix of every finding of a code in one change; null when there are not two of them. A fix that overlaps an earlier
 * one is left out: it is offered again when that has been made.
 */
export function fixAll(findings: readonly Finding[], code: string): Fix | null {
  const edits: TextEdit[] = [];
  let count = 0;
  for (const finding of findings) {
    const [fix] = finding.fixes ?? [];
    if (finding.code !== code || fix === undefined) continue;
    if (fix.edits.some((edit) => edits.some((other) => clashes(edit, other)))) continue;
    edits.push(...fix.edits);
    count += 1;
  }
  return count < 2 ? null : { title: `Fix all ${count} of \`${code}\``, edits };
}

/** Edits that cannot both be made; two insertions at one place can, but in which order nobody knows. */
function clashes(left: TextEdit, right: TextEdit): boolean {
  return left.file === right.file && touches(left.range, right.range);
}

function touches(left: Range, right: Range): boolean {
  return left.start <= right.end && right.start <= left.end;
}

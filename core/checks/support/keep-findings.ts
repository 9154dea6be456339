import type { Finding, Range } from '../../contracts/finding.ts';
import {
  configFile,
  type Dataset,
  type Path,
  type Project,
  type ProjectFile,
  schemaFile,
} from '../../model/project.ts';
import type { ProjectFacts } from '../check.ts';
import { valueAt } from './value-at.ts';

/** What was found about a dataset, with everything that it rests on. */
export interface KeptFindings {
  readonly basis: Basis;
  readonly findings: readonly Finding[];
}

/** Values are compared by identity: an entry whose text has not changed has the identical value in the next project. */
interface Basis {
  readonly inputs: readonly unknown[];
  /** Where the entries stood that findings may be in. */
  readonly spans: readonly Span[];
}

interface Span extends Range {
  readonly file: ProjectFile;
}

/** What the findings about a dataset rest on; null where that cannot be told apart from the rest of the files. */
export function basisOf(project: Project, dataset: Dataset, facts: ProjectFacts | null): Basis | null {
  const { name } = dataset;
  const paths: readonly (readonly [ProjectFile, Path])[] = [
    [schemaFile, ['tables', name]],
    [configFile, ['sources', name]],
    [configFile, ['environments']],
  ];
  const spans: Span[] = [];
  const values: unknown[] = [];
  for (const [file, path] of paths) {
    const document = project.documents[file];
    const value = valueAt(document?.value, path);
    values.push(value);
    if (document === undefined || value === undefined) {
      // Takes its place, and holds nothing.
      spans.push({ file, start: -1, end: -2 });
      continue;
    }
    // Equal scalars may be written in different ways.
    if (value === null || typeof value !== 'object') return null;
    const { start, end } = document.rangeOf(path, 'entry');
    const lineEnd = document.text.indexOf('\n', end);
    spans.push({ file, start, end: lineEnd === -1 ? document.text.length : lineEnd });
  }
  const known = facts !== null && Object.hasOwn(facts.sources, name) ? facts.sources[name] : null;
  return { inputs: [dataset, project.environment, known, ...values], spans };
}

/** The findings as they are to be kept; null when one of them stands outside of what they rest on. */
export function keepFindings(basis: Basis, findings: readonly Finding[]): KeptFindings | null {
  const spanOf = (file: string, range: Range): boolean => indexOf(basis.spans, file, range) !== -1;
  const isInside = findings.every((finding) =>
    placesOf(finding).every(([file, range]) => spanOf(file, range)),
  );
  return isInside ? { basis, findings } : null;
}

/** The kept findings, moved to where their entries stand now; null when something that they rest on has changed. */
export function reuseFindings(kept: KeptFindings | undefined, basis: Basis): KeptFindings | null {
  if (kept === undefined) return null;
  const { inputs, spans } = kept.basis;
  if (!inputs.every((input, index) => input === basis.inputs[index])) return null;
  const moves = spans.map((span, index) => (basis.spans[index]?.start ?? 0) - span.start);
  if (kept.findings.length === 0 || moves.every((move) => move === 0)) {
    return { basis, findings: kept.findings };
  }
  const move = (file: string, range: Range): Range => {
    const by = moves[indexOf(spans, file, range)] ?? 0;
    return { start: range.start + by, end: range.end + by };
  };
  return { basis, findings: kept.findings.map((finding) => moveFinding(finding, move)) };
}

function indexOf(spans: readonly Span[], file: string, { start, end }: Range): number {
  return spans.findIndex((span) => span.file === file && span.start <= start && end <= span.end);
}

function placesOf({ file, range, related, fixes }: Finding): readonly (readonly [string, Range])[] {
  return [
    [file, range],
    ...(related ?? []).map((place) => [place.file, place.range] as const),
    ...(fixes ?? []).flatMap((fix) => fix.edits.map((edit) => [edit.file, edit.range] as const)),
  ];
}

function moveFinding(finding: Finding, move: (file: string, range: Range) => Range): Finding {
  const { file, range, related, fixes } = finding;
  const moved = <T extends { readonly file: string; readonly range: Range }>(place: T): T => ({
    ...place,
    range: move(place.file, place.range),
  });
  return {
    ...finding,
    range: move(file, range),
    ...(related !== undefined && { related: related.map(moved) }),
    ...(fixes !== undefined && {
      fixes: fixes.map((fix) => ({ ...fix, edits: fix.edits.map(moved) })),
    }),
  };
}

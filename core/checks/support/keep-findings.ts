import type { Finding, Range } from '../../contracts/finding.ts';
import {
  configFile,
  type Dataset,
  type Path,
  type Project,
  type ProjectFile,
  type SourceDocument,
  schemaFile,
} from '../../model/project.ts';
import { valueAt } from '../../text/value-at.ts';
import type { ProjectFacts } from '../check.ts';

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

/** Asks what the findings about a dataset rest on; null where that cannot be told apart from the rest of the files. */
export function createBasis(
  project: Project,
  facts: ProjectFacts | null,
): (dataset: Dataset) => Basis | null {
  const schema = sectionOf(project, schemaFile, 'tables');
  const config = sectionOf(project, configFile, 'sources');
  const environments = partOf(project.documents[configFile], ['environments']);
  return (dataset) => {
    const { name } = dataset;
    const parts = [schema(name), config(name), environments];
    const known = facts !== null && Object.hasOwn(facts.sources, name) ? facts.sources[name] : null;
    const inputs: unknown[] = [dataset, project.environment, known];
    const spans: Span[] = [];
    for (const part of parts) {
      if (part === 'uncertain') return null;
      inputs.push(part.value);
      spans.push(part.span);
    }
    return { inputs, spans };
  };
}

interface Part {
  readonly value: unknown;
  readonly span: Span;
}

/** Holds nothing. */
const nowhere: Part = { value: undefined, span: { file: configFile, start: -1, end: -2 } };

function sectionOf(
  project: Project,
  file: ProjectFile,
  section: string,
): (name: string) => Part | 'uncertain' {
  const document = project.documents[file];
  const entries = valueAt(document?.value, [section]);
  return (name) => {
    const isThere = typeof entries === 'object' && entries !== null && Object.hasOwn(entries, name);
    return isThere ? partOf(document, [section, name]) : nowhere;
  };
}

/** Equal scalars may be written in different ways; of collections the identity tells. */
function partOf(document: SourceDocument | undefined, path: Path): Part | 'uncertain' {
  const value = valueAt(document?.value, path);
  if (document === undefined || value === undefined) return nowhere;
  if (value === null || typeof value !== 'object') return 'uncertain';
  const { start, end } = document.rangeOf(path, 'entry');
  const lineEnd = document.source.indexOf('\n', end);
  return {
    value,
    span: { file: document.file, start, end: lineEnd === -1 ? document.source.length : lineEnd },
  };
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

import type { Finding } from '../../core/contracts/finding.ts';
import {
  configFile,
  type Path,
  type Project,
  type ProjectFile,
  schemaFile,
} from '../../core/model/project.ts';

/** The findings that concern the chosen datasets: all but those inside the entry of a dataset that was not chosen. */
export function concerning(
  findings: readonly Finding[],
  project: Project,
  chosen: readonly string[],
): readonly Finding[] {
  const others = project.datasets.map(({ name }) => name).filter((name) => !chosen.includes(name));
  const foreign = others.flatMap((name) => entriesOf(project, name));
  return findings.filter(
    ({ file, range }) =>
      !foreign.some((entry) => entry.file === file && entry.start <= range.start && range.end <= entry.end),
  );
}

function entriesOf(project: Project, dataset: string) {
  const overrides = project.environments.map((name): Path => ['environments', name, 'sources', dataset]);
  const places: readonly (readonly [ProjectFile, Path])[] = [
    [schemaFile, ['tables', dataset]],
    [configFile, ['sources', dataset]],
    ...overrides.map((path) => [configFile, path] as const),
  ];
  return places.flatMap(([file, path]) => {
    const document = project.documents[file];
    if (document === undefined || !exists(document.value, path)) return [];
    return [{ file, ...document.rangeOf(path, 'entry') }];
  });
}

/** `rangeOf` answers with an ancestor's range for what does not exist. */
function exists(value: unknown, path: Path): boolean {
  let at = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return false;
    at = (at as Record<string | number, unknown>)[step];
  }
  return true;
}

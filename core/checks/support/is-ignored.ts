import type { Finding } from '../../contracts/finding.ts';
import { configFile, type Path, type Project, schemaFile } from '../../model/project.ts';
import { splitPattern } from './split-pattern.ts';

/**
 * Whether an entry of `lint.ignore` covers a finding. An entry is a folder (`sql_scripts/old/`), a file
 * (`sql_scripts/draft_*.sql`, `*` for any part of a name) or a place in the YAML files (`sources.provider`, `tables.*.columns.zipcode`, `*` for any key); with a code
 * before it (`unmasked-pii tables.provider`) it covers that code only.
 */
export function isIgnored(entry: string, finding: Finding, project: Project): boolean {
  const words = entry.trim().split(/\s+/);
  const place = words.at(-1) ?? '';
  if (words.length > 1 && words[0] !== finding.code) return false;
  if (place.includes('/')) return fileMatches(place, finding.file);
  return pathCovers(splitPattern(place), finding, project);
}

function fileMatches(pattern: string, file: string): boolean {
  if (pattern.endsWith('/')) return file.startsWith(pattern);
  const source = pattern.replace(/[.+^${}()|[\]\\?]/g, '\\$&').replace(/\*+/g, (stars) => {
    return stars.length > 1 ? '.*' : '[^/]*';
  });
  return new RegExp(`^${source}$`).test(file);
}

function pathCovers(pattern: readonly string[], finding: Finding, project: Project): boolean {
  if (finding.file !== configFile && finding.file !== schemaFile) return false;
  const document = project.documents[finding.file];
  if (document === undefined) return false;
  return expand(document.value, pattern).some((path) => {
    const range = document.rangeOf(path, 'entry');
    return range.start <= finding.range.start && finding.range.end <= range.end;
  });
}

/** The existing paths of a value that a pattern names. */
function expand(value: unknown, pattern: readonly string[]): readonly Path[] {
  const [first, ...rest] = pattern;
  if (first === undefined) return [[]];
  if (value === null || typeof value !== 'object') return [];
  const isList = Array.isArray(value);
  return Object.entries(value)
    .filter(([key]) => first === '*' || first === key)
    .flatMap(([key, child]) => expand(child, rest).map((path) => [isList ? Number(key) : key, ...path]));
}

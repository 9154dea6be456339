import type { Range } from '../contracts/finding.ts';
import { configFile, type Path } from '../model/project.ts';
import { documentOf, keysAt, writtenAt } from '../model/written-at.ts';
import type { ProjectView } from './project-view.ts';
import { settingsRoots } from './support/written.ts';

/** A span that leads to a file. */
export interface DocumentLink {
  readonly range: Range;
  /** Relative to the project's root, with `/`; may lead out of it by `..`. */
  readonly target: string;
  readonly tooltip: string;
}

/** Links of a project file: the schema of its modeline, the waiting file of a source, ignored scripts. */
export function documentLinks(view: ProjectView, file: string): readonly DocumentLink[] {
  const document = documentOf(view.project, file);
  if (document === undefined) return [];
  const own = file === configFile ? [...sourceLinks(view), ...ignoreLinks(view)] : [];
  return [...modelineLinks(file, document.source.slice(0, 2000)), ...own];
}

/** `# yaml-language-server: $schema=…` with a path relative to the file. */
function modelineLinks(file: string, text: string): readonly DocumentLink[] {
  const match = /^#[ \t]*yaml-language-server:[ \t]*\$schema=(\S+)/m.exec(text);
  const path = match?.[1];
  if (match === null || path === undefined || /^[a-z]+:|^\//i.test(path)) return [];
  const end = match.index + match[0].length;
  const target = resolve(file, path);
  return [{ range: { start: end - path.length, end }, target, tooltip: 'Open the schema' }];
}

/** The path of a source leads to its first waiting file, where one is known. */
function sourceLinks({ project, facts }: ProjectView): readonly DocumentLink[] {
  const document = project.documents[configFile];
  if (document === undefined || facts === undefined) return [];
  return keysAt(project, configFile, ['sources']).flatMap((dataset): DocumentLink[] => {
    const known = Object.hasOwn(facts.sources, dataset) ? facts.sources[dataset]?.file : undefined;
    if (known === undefined || /^[a-z][a-z0-9+.-]*:|^[/\\]|#/i.test(known)) return [];
    const origin = project.placeOf(project.originOf(configFile, ['sources', dataset, 'path']));
    return origin === null ? [] : [{ range: origin.range, target: known, tooltip: `Open ${known}` }];
  });
}

function ignoreLinks({ project, scripts }: ProjectView): readonly DocumentLink[] {
  const document = project.documents[configFile];
  return settingsRoots(project).flatMap((root) => {
    const path: Path = [...root, 'lint', 'ignore'];
    const entries = writtenAt(project, configFile, path);
    if (!Array.isArray(entries) || document === undefined) return [];
    return entries.flatMap((entry, index): DocumentLink[] => {
      if (typeof entry !== 'string' || !Object.hasOwn(scripts, entry)) return [];
      return [{ range: document.rangeOf([...path, index]), target: entry, tooltip: `Open ${entry}` }];
    });
  });
}

function resolve(file: string, path: string): string {
  const parts = file.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop();
    else if (part !== '.' && part !== '') parts.push(part);
  }
  return parts.join('/');
}

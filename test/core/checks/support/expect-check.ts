import { expect } from 'vitest';
import type { ProjectCheck, ProjectFacts } from '../../../../core/checks/check.ts';
import { checkProject } from '../../../../core/checks/check-project.ts';
import type { Finding } from '../../../../core/contracts/finding.ts';
import { loadProject } from '../../../../core/model/load-project.ts';
import { configFile, schemaFile } from '../../../../core/model/project.ts';
import { createProjectCache } from '../../../../core/model/project-cache.ts';
import { readMarked } from './marked.ts';

/** A project as texts. Markers `⟦…⟧` stand where findings of the check are expected. */
export interface Texts {
  readonly config?: string;
  readonly schema?: string;
  readonly environment?: string;
  readonly facts?: ProjectFacts;
}

/**
 * Asserts that a check finds exactly what is marked, with these messages in the order of the texts, and gives its
 * findings. Every range of the check's findings must be marked, and nothing else.
 */
export function expectFound(
  check: ProjectCheck,
  texts: Texts,
  messages: readonly string[],
): readonly Finding[] {
  const marked = { config: readMarked(texts.config ?? ''), schema: readMarked(texts.schema ?? '') };
  const found = runCheck(check, texts);
  expect(found.map((finding) => finding.message)).toEqual(messages);
  const places = [
    ...marked.config.ranges.map((range) => ({ file: configFile, text: shown(marked.config.text, range) })),
    ...marked.schema.ranges.map((range) => ({ file: schemaFile, text: shown(marked.schema.text, range) })),
  ];
  const byFile = { [configFile]: marked.config.text, [schemaFile]: marked.schema.text };
  const foundPlaces = found.map(({ file, range }) => ({
    file,
    text: shown(byFile[file as keyof typeof byFile], range),
  }));
  expect(foundPlaces).toEqual(places);
  return found;
}

/** Asserts that a check has nothing to say. */
export function expectSilence(check: ProjectCheck, texts: Texts): void {
  expect(runCheck(check, texts).map((finding) => finding.message)).toEqual([]);
}

/** What one check finds, sorted by file and place. */
export function runCheck(check: ProjectCheck, texts: Texts): readonly Finding[] {
  return checkProject(project(texts), texts.facts).filter((finding) => finding.code === check.code);
}

/** Carries out a fix and gives both texts. */
export function applyFix(texts: Texts, finding: Finding, index = 0): { config: string; schema: string } {
  const fix = finding.fixes?.[index];
  if (fix === undefined) throw new Error(`\`${finding.code}\` has no fix ${index}: ${finding.message}`);
  const results = {
    config: readMarked(texts.config ?? '').text,
    schema: readMarked(texts.schema ?? '').text,
  };
  for (const edit of [...fix.edits].sort((left, right) => right.range.start - left.range.start)) {
    const key = edit.file === configFile ? 'config' : 'schema';
    const before = results[key];
    results[key] = before.slice(0, edit.range.start) + edit.newText + before.slice(edit.range.end);
  }
  return results;
}

/** Lines of a template without the indentation that they share. */
export function yaml(strings: TemplateStringsArray, ...values: readonly string[]): string {
  const lines = String.raw({ raw: strings.raw }, ...values)
    .replace(/^\n/, '')
    .split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^ */.exec(line)?.[0].length ?? 0);
  const shared = Math.min(...indents);
  return lines
    .map((line) => line.slice(shared))
    .join('\n')
    .replace(/\s*$/, '\n');
}

/** The place and what stands there, so that a failing test shows both. */
function shown(text: string, range: { readonly start: number; readonly end: number }): string {
  return `${range.start}: ${text.slice(range.start, range.end)}`;
}

/** Compiling the schemas is most of the cost of loading, and the same for all projects of a test file. */
const cache = createProjectCache();

function project(texts: Texts) {
  const read = (text: string | undefined): string | null =>
    text === undefined ? null : readMarked(text).text;
  const environment = texts.environment === undefined ? {} : { environment: texts.environment };
  return loadProject({ config: read(texts.config), schema: read(texts.schema) }, { cache, ...environment });
}

import { configFile } from '../model/project.ts';
import { writtenAt } from '../model/written-at.ts';
import type { Location, Place, ProjectView } from './project-view.ts';
import { nameAt } from './support/name-at.ts';
import type { NameUse } from './support/name-use.ts';
import { usesInConfig } from './support/uses-in-config.ts';
import { usesInSchema } from './support/uses-in-schema.ts';
import { isSameName } from './support/uses-of.ts';
import { variableAt, variableKeys } from './support/variable-at.ts';

/**
 * Where the thing at a place is defined: a column in the schema file, a dataset there and in the configuration (the other half
 * first), a variable or an environment in the configuration. Empty where nothing is named.
 */
export function definition(view: ProjectView, place: Place): readonly Location[] {
  const use = nameAt(view, place);
  if (use !== null) return declarationsOf(view, use);
  return variableDefinition(view, place) ?? environmentDefinition(view, place);
}

function declarationsOf(view: ProjectView, use: NameUse): readonly Location[] {
  const { project } = view;
  const catalog = { schemas: new Set<string>(), datasets: new Map() };
  const found = [
    ...usesInSchema(project, use.name.dataset, catalog),
    ...(use.name.column === null ? usesInConfig(project, use.name.dataset) : []),
  ].filter((entry) => entry.isDeclaration && isSameName(entry.name, use.name));
  const others = found.filter((entry) => entry.file !== use.file);
  const isHalf = use.kind === 'table' || use.kind === 'source';
  const ordered = isHalf && others.length > 0 ? others : found;
  return ordered.map(({ file, range }) => ({ file, range }));
}

function variableDefinition({ project, documents }: ProjectView, place: Place): readonly Location[] | null {
  const text = place.file === configFile ? documents[configFile] : undefined;
  const variable = text === undefined ? null : variableAt(text, place.offset);
  if (variable === null) return null;
  return variableKeys(project, variable.name).map((range) => ({ file: configFile, range }));
}

function environmentDefinition({ project }: ProjectView, { file, offset }: Place): readonly Location[] {
  const document = project.documents[configFile];
  const name = writtenAt(project, configFile, ['default_environment']);
  if (file !== configFile || document === undefined || typeof name !== 'string') return [];
  const range = document.rangeOf(['default_environment'], 'entry');
  if (offset < range.start || offset > range.end || !project.environments.includes(name)) return [];
  return [{ file, range: document.rangeOf(['environments', name], 'key') }];
}

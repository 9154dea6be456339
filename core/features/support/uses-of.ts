import { configFile, schemaFile } from '../../model/project.ts';
import { keysAt, writtenAt } from '../../model/written-at.ts';
import { foldCase } from '../../text/fold-case.ts';
import { entriesOf } from '../../text/value-at.ts';
import type { ProjectView } from '../project-view.ts';
import { type SqlName, sqlNames } from '../sql-names.ts';
import { catalogOf } from './catalog-of.ts';
import { ignoreUses } from './ignore-uses.ts';
import type { Name, NameUse } from './name-use.ts';
import { usesInConfig } from './uses-in-config.ts';
import { referenceUses, sqlCheckUses, usesInSchema } from './uses-in-schema.ts';

/** Whether two names mean the same dataset, or the same column of it. */
export function isSameName(left: Name, right: Name): boolean {
  const fold = (name: Name): string => foldCase(`${name.dataset}.${name.column ?? ''}`);
  return fold(left) === fold(right);
}

/** Every place of the project that names a dataset or a column, its declarations included, by file and position. */
export function usesOf(view: ProjectView, name: Name): readonly NameUse[] {
  const { project, scripts } = view;
  const catalog = catalogOf(project);
  const isMeant = (use: NameUse): boolean => isSameName(use.name, name);
  const others = keysAt(project, schemaFile, ['tables']).filter(
    (table) => foldCase(table) !== foldCase(name.dataset),
  );
  const uses = [
    ...usesInConfig(project, name.dataset),
    ...ignoreUses(project, name.dataset),
    ...usesInSchema(project, name.dataset, catalog),
    ...others.flatMap((table) => referencesFrom(view, table, name.dataset)),
    ...others.flatMap((table) => sqlCheckUses(project, table, catalog)),
    ...Object.entries(scripts).flatMap(([file, text]) =>
      mentions(text, name) ? sqlNames(text, catalog).map((found) => scriptUse(file, found)) : [],
    ),
  ].filter(isMeant);
  return distinct(uses);
}

/** A name found in a script as a use. */
export function scriptUse(file: string, { dataset, column, range, isQuoted, isUncertain }: SqlName): NameUse {
  const name = { dataset, column };
  const usual = { owner: null, isDeclaration: false, isSql: true, isHidden: false } as const;
  return { ...usual, kind: 'sql', name, file, range, isQuoted, isUncertain };
}

/** Only the columns that refer to the wanted dataset are looked at closely. */
function referencesFrom({ project }: ProjectView, table: string, parent: string): readonly NameUse[] {
  const path = ['tables', table, 'columns'];
  const wanted = `${foldCase(parent)}.`;
  return entriesOf(writtenAt(project, schemaFile, path)).flatMap(([column, settings]) => {
    if (settings === null || typeof settings !== 'object' || !Object.hasOwn(settings, 'references'))
      return [];
    const { references: value } = settings as { readonly references: unknown };
    const text = typeof value === 'string' ? value : entriesOf(value).find(([key]) => key === 'to')?.[1];
    if (typeof text !== 'string' || !foldCase(text).startsWith(wanted)) return [];
    return referenceUses({ project, file: schemaFile, path: [...path, column, 'references'], owner: table });
  });
}

/** A first look at a script, so that most of them need not be read. */
function mentions(text: string, name: Name): boolean {
  const folded = foldCase(text);
  return folded.includes(foldCase(name.dataset)) && folded.includes(foldCase(name.column ?? ''));
}

/** Aliases and merge keys of YAML make one place stand for several values. */
function distinct(uses: readonly NameUse[]): readonly NameUse[] {
  const byPlace = new Map<string, NameUse>();
  for (const use of uses) {
    const key = `${use.file}:${use.range.start}:${use.range.end}`;
    if (!byPlace.has(key)) byPlace.set(key, use);
  }
  const rank = (file: string): string => (file === configFile ? '0' : file === schemaFile ? '1' : `2${file}`);
  return [...byPlace.values()].sort((left, right) => {
    const [first, second] = [rank(left.file), rank(right.file)];
    return first === second ? left.range.start - right.range.start : first < second ? -1 : 1;
  });
}

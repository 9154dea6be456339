import { patterns, projectLimits } from '../../contracts/schemas/json-schema.ts';
import { configFile, type Dataset, type ProjectFile, schemaFile } from '../../model/project.ts';
import { keysAt } from '../../model/written-at.ts';
import { parseExpression } from '../../syntax/check-expression/parse-expression.ts';
import { foldCase } from '../../text/fold-case.ts';
import { indexLines, positionAt } from '../../text/lines.ts';
import type { ProjectView } from '../project-view.ts';
import { isSqlBroken } from '../sql-names.ts';
import type { Name, NameUse } from '../support/name-use.ts';
import { sqlKeywords } from '../support/sql-keywords.ts';
import { columnNames, datasetNames, settingsRoots } from '../support/written.ts';

export interface Renaming {
  /** As it is declared. */
  readonly name: Name;
  readonly uses: readonly NameUse[];
  readonly newName: string;
}

/** A sentence why a name cannot be changed, and what to do first; null when it can. */
export function refuseRename(view: ProjectView, renaming: Renaming): string | null {
  return (
    refuseName(renaming) ??
    refuseBrokenYaml(view) ??
    refuseUndeclared(renaming) ??
    refuseCollision(view, renaming) ??
    refuseBrokenConditions(view, renaming) ??
    refuseBrokenScripts(view, renaming) ??
    refuseHidden(view, renaming) ??
    refuseLeadingQuote(view, renaming)
  );
}

function refuseName({ name, newName }: Renaming): string | null {
  if (newName === (name.column ?? name.dataset))
    return `The name is \`${newName}\` already; choose another one.`;
  if (!new RegExp(patterns.name).test(newName) || newName.length > projectLimits.nameLength) {
    return `\`${newName.slice(0, 200)}\` cannot be a name; use letters, digits and \`_\`, not beginning with a digit, ${projectLimits.nameLength} at most.`;
  }
  if (/^(?:true|false|null)$/i.test(newName))
    return `\`${newName}\` is a value in YAML and no name; choose another one.`;
  return null;
}

function refuseBrokenYaml({ project }: ProjectView): string | null {
  for (const file of [configFile, schemaFile] satisfies ProjectFile[]) {
    const document = project.documents[file];
    const [broken] = document?.findings.filter((finding) => finding.severity === 'error') ?? [];
    if (document === undefined || broken === undefined) continue;
    const { line } = positionAt(indexLines(document.text), broken.range.start);
    return `\`${file}\` is broken in line ${line}, so that not every use of the name can be found; mend it first.`;
  }
  return null;
}

function refuseUndeclared({ name, uses }: Renaming): string | null {
  if (uses.some((use) => use.isDeclaration)) return null;
  return name.column === null
    ? `Dataset \`${name.dataset}\` is not defined in this project; rename it where it is.`
    : `Column \`${name.column}\` is not in \`${name.dataset}\`; correct the name first.`;
}

function refuseCollision({ project }: ProjectView, { name, newName }: Renaming): string | null {
  const wanted = foldCase(newName);
  const old = foldCase(name.column ?? name.dataset);
  if (wanted === old) return null;
  if (name.column === null) {
    const inEnvironments = settingsRoots(project).flatMap((root) =>
      keysAt(project, configFile, [...root, 'sources']),
    );
    const other = [...datasetNames(project), ...inEnvironments].find((entry) => foldCase(entry) === wanted);
    return other === undefined ? null : `Dataset \`${other}\` exists already; choose another name.`;
  }
  const other = columnNames(project, name.dataset).find((entry) => foldCase(entry) === wanted);
  if (other !== undefined)
    return `\`${name.dataset}\` has a column \`${other}\` already; choose another name.`;
  const aliased = datasetOf({ project }, name.dataset)?.table?.columns.find(
    (column) =>
      foldCase(column.name) !== old && column.renameFrom.some((alias) => foldCase(alias.trim()) === wanted),
  );
  return aliased === undefined
    ? null
    : `\`${newName}\` is a former name of \`${aliased.name}\` in \`${name.dataset}\`; take it out of that \`rename_from\` first.`;
}

function refuseBrokenConditions(view: ProjectView, { name }: Renaming): string | null {
  if (name.column === null) return null;
  const table = datasetOf(view, name.dataset)?.table;
  const checks = (table?.checks ?? []).map(({ name: label, kind, text }) => ({
    label: `check \`${label}\``,
    kind,
    text,
  }));
  const last = table?.deleteWhen ?? null;
  const all =
    last === null ? checks : [...checks, { label: '`delete_when`', kind: 'expr' as const, text: last }];
  const broken = all.find(({ kind, text }) =>
    kind === 'sql' ? isSqlBroken(text) : parseExpression(text).errors.length > 0,
  );
  return broken === undefined
    ? null
    : `The condition of ${broken.label} of \`${name.dataset}\` cannot be read, so that its columns are not known; mend it first.`;
}

function refuseBrokenScripts({ scripts }: ProjectView, { name }: Renaming): string | null {
  const mentioned = foldCase(name.dataset);
  const broken = Object.entries(scripts).find(
    ([, text]) => foldCase(text).includes(mentioned) && isSqlBroken(text),
  );
  return broken === undefined
    ? null
    : `A quote or comment in \`${broken[0]}\` is not closed, so that its names are not known; close it first.`;
}

/** Names that stand in the project without their letters: by an alias, with escapes, or by a variable. */
function refuseHidden(view: ProjectView, { name, uses }: Renaming): string | null {
  const hidden = uses.find((use) => use.isHidden);
  if (hidden !== undefined) {
    const text = view.documents[hidden.file] ?? '';
    const { line } = positionAt(indexLines(text), hidden.range.start);
    return `\`${name.column ?? name.dataset}\` is written by an alias or with escapes in line ${line} of \`${hidden.file}\`; write it plainly first.`;
  }
  if (name.column === null) return null;
  const source = datasetOf(view, name.dataset)?.source;
  const isKey = source?.mergeKey.some((key) => foldCase(key) === foldCase(name.column ?? '')) ?? false;
  if (isKey && !uses.some((use) => use.kind === 'merge_key')) return byVariable(name, 'merge_key');
  const isChange = source?.cdcKey != null && foldCase(source.cdcKey) === foldCase(name.column);
  return isChange && !uses.some((use) => use.kind === 'cdc_key') ? byVariable(name, 'cdc_key') : null;
}

function byVariable({ dataset }: Name, setting: string): string {
  return `\`${setting}\` of \`${dataset}\` is written with a variable; write the column's name there first.`;
}

/** A word of SQL needs backquotes, with which a plain YAML value cannot begin. */
function refuseLeadingQuote({ documents }: ProjectView, { uses, newName }: Renaming): string | null {
  if (!sqlKeywords.has(newName.toUpperCase())) return null;
  const isLeading = uses.some((use) => {
    const before = (documents[use.file] ?? '').slice(0, use.range.start);
    return use.isSql && !use.isQuoted && use.owner !== null && /(?:[:-][ \t]+|[[{,]\s*)$/.test(before);
  });
  return isLeading
    ? `\`${newName}\` is a word of SQL and a condition begins with the column; choose another name.`
    : null;
}

function datasetOf({ project }: Pick<ProjectView, 'project'>, name: string): Dataset | undefined {
  return project.datasets.find((entry) => foldCase(entry.name) === foldCase(name));
}

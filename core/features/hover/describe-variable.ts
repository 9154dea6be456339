import type { Range } from '../../contracts/finding.ts';
import type { Path, Project } from '../../model/project.ts';
import { expand, splitEnvironment, variablesOf } from '../support/effective-values.ts';
import { codeCell, codeSpan } from '../support/markdown.ts';
import { variableAt } from '../support/variable-at.ts';

interface Spot {
  readonly text: string;
  readonly offset: number;
  /** Of the value that the variable stands in. */
  readonly path: Path;
}

/** The value of the `${variable}` at a place, in each environment that the place belongs to. */
export function describeVariable(
  project: Project,
  { text, offset, path }: Spot,
): { readonly markdown: string; readonly range: Range } | null {
  const found = variableAt(text, offset);
  if (found === null) return null;
  const { environment } = splitEnvironment(path);
  const all = project.environments.length === 0 ? [null] : project.environments;
  const rows = (environment === null ? all : [environment]).map((entry) => {
    const written = `\${${found.name}}`;
    const value = expand(written, variablesOf(project, entry));
    const shown = value === written ? 'not defined' : codeCell(String(value));
    return `| ${entry === null ? 'all' : codeCell(entry)} | ${shown} |`;
  });
  const table = ['| Environment | Value |', '|---|---|', ...rows].join('\n');
  return { markdown: `**Variable** ${codeSpan(found.name)}\n\n${table}`, range: found.range };
}

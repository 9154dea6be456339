import type { Range } from '../../contracts/finding.ts';
import type { Path, Project } from '../../model/project.ts';
import { expand, splitEnvironment, variablesOf } from '../support/effective-values.ts';
import { codeCell, codeSpan } from '../support/markdown.ts';
import { lineEndOf, lineStartOf } from '../support/read-line.ts';
import { holds } from '../support/written.ts';

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
  const start = lineStartOf(text, offset);
  const line = text.slice(start, lineEndOf(text, offset));
  for (const match of line.matchAll(/(?<!\$)\$\{([A-Za-z_]\w*)/g)) {
    const [written, name = ''] = match;
    const range = { start: start + match.index, end: start + match.index + written.length };
    if (!holds(range, offset)) continue;
    const { environment } = splitEnvironment(path);
    const all = project.environments.length === 0 ? [null] : project.environments;
    const rows = (environment === null ? all : [environment]).map((entry) => {
      const value = expand(`\${${name}}`, variablesOf(project, entry));
      const isKnown = value !== `\${${name}}`;
      return `| ${entry === null ? 'all' : codeCell(entry)} | ${isKnown ? codeCell(String(value)) : 'not defined'} |`;
    });
    const table = ['| Environment | Value |', '|---|---|', ...rows].join('\n');
    return { markdown: `**Variable** ${codeSpan(name)}\n\n${table}`, range };
  }
  return null;
}

import { join, relative, resolve, sep } from 'node:path';
import type { TextEdit } from '../core/contracts/finding.ts';
import { formatYaml } from '../core/features/format.ts';
import { formatStatement } from '../core/features/format-sql/format-statement.ts';
import { formatSqlSteps, type LeftAlone } from '../core/features/format-sql.ts';
import type { Project } from '../core/model/project.ts';
import { applyEdits } from '../core/text/apply-edits.ts';
import { drain } from '../core/text/drain.ts';
import { indexLines, positionAt } from '../core/text/lines.ts';
import { replaceText } from '../engine/files/replace-text.ts';
import { type OpenedProject, openProject, type ProjectOptions } from './project/open-project.ts';
import type { CommandContext } from './terminal/context.ts';
import { UsageError } from './terminal/usage-error.ts';

export interface FormatOptions extends ProjectOptions {
  readonly check?: boolean;
}

interface Formatted {
  readonly file: string;
  readonly text: string;
  readonly edits: readonly TextEdit[];
  readonly left: readonly LeftAlone[];
}

/** `pistevo format`: lays out the project's files; with `--check` it changes nothing, lists what would change and gives 1 when anything would. */
export async function format(
  names: readonly string[],
  options: FormatOptions,
  context: CommandContext,
): Promise<number> {
  const opened = await openProject({ ...options, hasScripts: true }, context);
  const wanted = names.map((name) => fileOf(opened, name, context));
  let changed = 0;
  for (const formatted of formatProject(opened.project, wanted)) {
    const { file, text, edits, left } = formatted;
    const lines = indexLines(text);
    for (const { range, why } of left) {
      const { line, column } = positionAt(lines, range.start);
      context.note(`${opened.prefix}${file}:${line}:${column} this statement stays as it is: ${why}.`);
    }
    if (edits.length === 0) continue;
    changed += 1;
    if (options.check !== true) await replaceText(join(opened.root, file), applyEdits(text, edits));
    context.print(options.check === true ? opened.prefix + file : `formatted ${opened.prefix}${file}`);
  }
  if (options.check !== true) return 0;
  if (changed > 0) context.note('`pistevo format` formats what is listed.');
  return changed > 0 ? 1 : 0;
}

/** The path in the project of a file that is named from the folder of the command. Throws UsageError for other files. */
function fileOf({ root, project }: OpenedProject, name: string, context: CommandContext): string {
  const path = relative(root, resolve(context.folder, name)).split(sep).join('/');
  const known = [...Object.keys(project.documents), ...project.scripts.map(({ file }) => file)];
  if (known.includes(path)) return path;
  throw new UsageError(
    `\`${name}\` is no file of the project that can be formatted; name one of ${known.map((file) => `\`${file}\``).join(', ')}.`,
  );
}

function* formatProject({ documents, scripts }: Project, wanted: readonly string[]): Generator<Formatted> {
  const isWanted = (file: string): boolean => wanted.length === 0 || wanted.includes(file);
  for (const document of Object.values(documents)) {
    if (document === undefined || !isWanted(document.file)) continue;
    const { file, text } = document;
    yield { file, text, edits: formatYaml(text, { file }), left: [] };
  }
  for (const script of scripts) {
    if (!isWanted(script.file)) continue;
    const { edits, left } = drain(formatSqlSteps(script, { formatStatement }));
    yield { file: script.file, text: script.text, edits, left };
  }
}

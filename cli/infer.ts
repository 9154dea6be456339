import { readFile } from 'node:fs/promises';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { configFile, schemaFile } from '../core/model/project.ts';
import { visibleText } from '../core/report/visible-text.ts';
import { inferTables } from '../engine/probe/infer-tables.ts';
import type { InferredTable } from '../engine/probe/inferred-table.ts';
import { findRoot } from '../engine/project/find-root.ts';
import { writeAtomically } from '../engine/runs/write-atomically.ts';
import { type Entries, entriesOfTable } from './infer/entries-of-table.ts';
import { insertEntry, namesUnder } from './infer/insert-entry.ts';
import { projectRoot } from './project/open-project.ts';
import { openCancelSource } from './run/cancel-source.ts';
import type { CommandContext } from './terminal/context.ts';
import { UsageError } from './terminal/usage-error.ts';

export interface InferCommandOptions {
  readonly project?: string;
  readonly write?: boolean;
  readonly name?: string;
  readonly rows?: number;
}

/** `pistevo infer <csv…>`: what the files look like, as YAML to print or to add to the project. */
export async function infer(
  files: readonly string[],
  options: InferCommandOptions,
  context: CommandContext,
): Promise<number> {
  if (options.name !== undefined && files.length > 1) {
    throw new UsageError('`--name` names one dataset; give one file with it.');
  }
  const root = options.write === true ? projectRoot(options.project, context) : nearestRoot(context);
  const tables = await lookAt(files, options, context);
  const drafts = tables.map((table) => ({
    name: table.name,
    entries: entriesOfTable(table, sourcePath(table, { tables, root, context })),
  }));
  if (options.write === true && root !== null) await addToProject(root, drafts, context);
  else print(drafts, context);
  return tables.length < files.length ? 2 : 0;
}

function nearestRoot(context: CommandContext): string | null {
  const found = findRoot(context.folder);
  return found.kind === 'found' ? found.root : null;
}

async function lookAt(
  files: readonly string[],
  options: InferCommandOptions,
  context: CommandContext,
): Promise<readonly InferredTable[]> {
  const cancel = openCancelSource({ listensToStdin: false, onCancel: () => context.note('Cancelling.') });
  try {
    const answers = await inferTables(
      files.map((file) => resolve(context.folder, file)),
      {
        signal: cancel.signal,
        ...(options.name !== undefined && { name: options.name }),
        ...(options.rows !== undefined && { mostRecords: options.rows }),
      },
    );
    for (const answer of answers) {
      if (answer.kind === 'not-inferred')
        context.note(`${context.notePaint.red('error')}: ${visibleText(answer.message)}`);
    }
    return answers.filter((answer) => answer.kind === 'table');
  } catch (error) {
    if (!cancel.signal.aborted) throw error;
    throw new UsageError('The files were not read to their end, and nothing was written.', { exitCode: 130 });
  } finally {
    cancel.close();
  }
}

interface Surroundings {
  readonly tables: readonly InferredTable[];
  readonly root: string | null;
  readonly context: CommandContext;
}

/** The folder of the file where it lies alone inside the project; otherwise a folder of the dataset's own, to deliver to. */
function sourcePath({ name, files }: InferredTable, { tables, root, context }: Surroundings): string {
  const folderOf = (file: string | undefined) => dirname(resolve(context.folder, file ?? ''));
  const folder = folderOf(files[0]);
  const isShared = tables.some((other) => other.name !== name && folderOf(other.files[0]) === folder);
  const path = root === null ? '' : relative(root, folder).split(sep).join('/');
  return path === '' || path.startsWith('..') || isShared ? `source/${name}/` : `${path}/`;
}

interface Draft {
  readonly name: string;
  readonly entries: Entries;
}

function print(drafts: readonly Draft[], context: CommandContext): void {
  if (drafts.length === 0) return;
  const under = (part: keyof Entries) =>
    drafts.flatMap(({ entries }) => entries[part]).map((line) => `  ${line}`);
  context.print(
    [
      `# ${configFile}`,
      'sources:',
      ...under('source'),
      '',
      `# ${schemaFile}`,
      'tables:',
      ...under('table'),
    ].join('\n'),
  );
}

/** Both files are prepared before the first is written; a dataset that is there already is left alone. */
async function addToProject(root: string, drafts: readonly Draft[], context: CommandContext): Promise<void> {
  const config = await withEntries(root, { file: configFile, key: 'sources', part: 'source' }, drafts);
  const schema = await withEntries(root, { file: schemaFile, key: 'tables', part: 'table' }, drafts);
  writeAtomically(join(root, configFile), config);
  writeAtomically(join(root, schemaFile), schema);
  for (const { name } of drafts) context.print(`Added \`${name}\` to ${configFile} and ${schemaFile}.`);
  context.note('Look through what was added, masks above all; then `pistevo check`.');
}

interface Target {
  readonly file: string;
  readonly key: 'sources' | 'tables';
  readonly part: keyof Entries;
}

async function withEntries(
  root: string,
  { file, key, part }: Target,
  drafts: readonly Draft[],
): Promise<string> {
  let text = await readFile(join(root, file), 'utf8');
  const known = namesUnder(text, key);
  for (const { name, entries } of drafts) {
    if (known.includes(name)) {
      throw new UsageError(
        `\`${key}.${name}\` is in \`${file}\` already, and nothing was written; choose another name with \`--name\`.`,
      );
    }
    const changed = insertEntry(text, key, entries[part]);
    if (changed === null) {
      throw new UsageError(
        `\`${file}\` is written in a way that nothing can be added to; run without \`--write\` and copy what is printed.`,
      );
    }
    text = changed;
  }
  return text;
}

import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import type { CommandContext } from './terminal/context.ts';
import { UsageError } from './terminal/usage-error.ts';

export interface InitOptions {
  readonly example?: boolean;
}

/** `pistevo init [folder]`: writes a project's files, none of which may be there already. */
export async function init(
  names: readonly string[],
  options: InitOptions,
  context: CommandContext,
): Promise<number> {
  const folder = resolve(context.folder, names[0] ?? '.');
  const files =
    options.example === true
      ? (await import('./init/example-files.ts')).exampleFiles
      : (await import('./init/minimal-files.ts')).minimalFiles;
  const there = Object.keys(files).filter((file) => existsSync(join(folder, file)));
  if (there.length > 0) {
    throw new UsageError(
      `\`${join(folder, there[0] ?? '')}\` is there already, and nothing is overwritten; choose an empty folder: \`pistevo init <folder>\`.`,
    );
  }
  for (const [file, text] of Object.entries(files)) {
    const path = join(folder, file);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text, { flag: 'wx' });
    context.print(`wrote ${relative(context.folder, path)}`);
  }
  const inside = relative(context.folder, folder);
  const go = inside.startsWith('..') ? folder : inside;
  const next =
    options.example === true
      ? ['pistevo run --all', 'pistevo report latest']
      : ['pistevo infer <your.csv> --write', 'pistevo check', 'pistevo run --all'];
  context.note(
    ['', 'Next:', ...(go === '' ? [] : [`cd ${go}`]), ...next]
      .map((line, at) => (at < 2 ? line : `  ${line}`))
      .join('\n'),
  );
  return 0;
}

import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { CommandContext } from './context.ts';
import { UsageError } from './usage-error.ts';

/** Prints a command's answer, or writes it to a file and says so. Throws UsageError when the file cannot be written. */
export async function writeAnswer(
  text: string,
  output: string | undefined,
  context: CommandContext,
): Promise<void> {
  if (output === undefined) {
    context.print(text);
    return;
  }
  try {
    await writeFile(resolve(context.folder, output), text.endsWith('\n') ? text : `${text}\n`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UsageError(
      `\`${output}\` cannot be written (${code ?? message}); name a file in a folder that exists.`,
    );
  }
  context.note(`Wrote ${output}.`);
}

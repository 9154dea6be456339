import { createProgram } from './program.ts';
import type { CommandContext } from './terminal/context.ts';
import { tellFailure } from './terminal/tell-failure.ts';

/** Carries out one call of the command line and returns its exit code. `words` are the arguments alone. Never throws. */
export async function callCommand(words: readonly string[], context: CommandContext): Promise<number> {
  let exitCode = 0;
  try {
    const program = createProgram(context, (code) => {
      exitCode = code;
    });
    await program.parseAsync([...words], { from: 'user' });
  } catch (error) {
    exitCode = tellFailure(error, context);
  }
  return exitCode;
}

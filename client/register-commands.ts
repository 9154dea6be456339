import { commands, type Disposable } from 'vscode';
import { allCommands } from './commands/all.ts';
import type { Services } from './services.ts';

/** Registers every command. What goes wrong in one is logged and handed on: the editor shows it to the one who called. */
export function registerCommands(services: Services): readonly Disposable[] {
  return allCommands.map(({ id, run }) =>
    commands.registerCommand(id, async (...given: readonly unknown[]) => {
      try {
        return await run(services, ...given);
      } catch (error) {
        services.log.error(
          `${id}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
        );
        throw error;
      }
    }),
  );
}

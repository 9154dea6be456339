import { EventEmitter, type Pseudoterminal } from 'vscode';
import type { Child } from '../child/start-child.ts';
import type { Services } from '../services.ts';
import { type TaskWish, taskArguments } from './task-arguments.ts';

const graceMs = 20_000;

/** A terminal that shows one call of the command line. Ctrl+C and closing it cancel through the control stream. */
export function taskTerminal(services: Services, wish: TaskWish, folder: string): Pseudoterminal {
  const written = new EventEmitter<string>();
  const closed = new EventEmitter<number>();
  let child: Child | null = null;
  const write = (line: string) => written.fire(`${line}\r\n`);
  const run = async () => {
    child = await services.commandLine.start(taskArguments(wish), folder, { onLine: write, onNote: write });
    const { code, problem } = await child.ended;
    if (problem !== null) write(`error: The command line cannot be started: ${problem}`);
    await services.runs.refresh();
    closed.fire(code ?? 4);
  };
  return {
    onDidWrite: written.event,
    onDidClose: closed.event,
    open() {
      run().catch((error: unknown) => {
        write(`error: ${error instanceof Error ? error.message : String(error)}`);
        closed.fire(4);
      });
    },
    close: () => child?.cancel(graceMs),
    handleInput(typed) {
      if (typed === '\u0003') child?.cancel(graceMs);
    },
  };
}

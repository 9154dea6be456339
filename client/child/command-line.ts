import { type LogOutputChannel, Uri, workspace } from 'vscode';
import type { MaskKey } from '../secrets/mask-key.ts';
import { type Answer, askChild } from './ask-child.ts';
import { type Child, type ChildListeners, type Launch, startChild } from './start-child.ts';

/** The command line that CI uses too, as a child of the editor. */
export interface CommandLine {
  /** Starts a command that tells how it goes. */
  start(args: readonly string[], folder: string, listeners: ChildListeners): Promise<Child>;
  /** Runs a command to its end. */
  ask(args: readonly string[], folder: string, signal?: AbortSignal): Promise<Answer>;
}

export interface CommandLineOptions {
  readonly extensionUri: Uri;
  readonly maskKey: MaskKey;
  readonly log: LogOutputChannel;
}

/** Throws from `start` and `ask` in a folder that is not trusted: there nothing is run. */
export function openCommandLine({ extensionUri, maskKey, log }: CommandLineOptions): CommandLine {
  const launch = async (args: readonly string[], folder: string): Promise<Launch> => {
    if (!workspace.isTrusted) throw new Error('Nothing is run in a folder that is not trusted.');
    const configured = workspace.getConfiguration('pistevo').get<string>('cli.nodePath', '');
    const runtime = configured === '' ? process.execPath : configured;
    log.debug(`${runtime} pistevo ${args.join(' ')} (in ${folder})`);
    return {
      runtime,
      commandLine: Uri.joinPath(extensionUri, 'dist/cli/pistevo.js').fsPath,
      args,
      folder,
      variables: process.env,
      secrets: await maskKey.variables(),
    };
  };
  return {
    start: async (args, folder, listeners) => startChild(await launch(args, folder), listeners),
    ask: async (args, folder, signal) => askChild(await launch(args, folder), signal),
  };
}

import { type ChildProcess, fork } from 'node:child_process';
import {
  BaseLanguageClient,
  type InitializeParams,
  IPCMessageReader,
  IPCMessageWriter,
  type LanguageClientOptions,
  type MessageTransports,
} from 'vscode-languageclient/node';
import { childEnvironment } from '../child/child-environment.ts';
import { splitLines } from '../child/split-lines.ts';

/** A server that was told to go has this long to do so. */
const graceMs = 2000;

/**
 * A client of a server that is a child on the editor's own runtime, spoken to by messages between processes. The library's own
 * client can also speak by sockets, pipes and streams, all of which would be carried along.
 */
export class IpcClient extends BaseLanguageClient {
  readonly #module: string;
  #child: ChildProcess | null = null;

  /** `module`: path of the server's script. */
  constructor(module: string, options: LanguageClientOptions) {
    super('pistevo', 'Pistevo', options);
    this.#module = module;
  }

  protected override createMessageTransports(): Promise<MessageTransports> {
    const child = fork(this.#module, ['--node-ipc', `--clientProcessId=${process.pid}`], {
      env: { ...childEnvironment(process.env, {}), ELECTRON_NO_ASAR: '1' },
      execArgv: isDebugged() ? ['--nolazy', '--inspect=6019'] : [],
      silent: true,
    });
    this.#child = child;
    // What a server prints is for whoever looks into a failure: what it has to tell comes by messages.
    const { push } = splitLines((line) => this.outputChannel.error(line));
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', push);
    return Promise.resolve({ reader: new IPCMessageReader(child), writer: new IPCMessageWriter(child) });
  }

  protected override fillInitializeParams(params: InitializeParams): void {
    super.fillInitializeParams(params);
    // With it the server ends when this process does, in whatever way.
    params.processId = process.pid;
  }

  /** Ends the server for good when it does not end by itself. */
  override async stop(timeoutMs = graceMs): Promise<void> {
    const child = this.#child;
    try {
      await super.stop(timeoutMs);
    } finally {
      if (child !== null) setTimeout(() => child.kill('SIGKILL'), graceMs).unref();
    }
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }
}

/** Whether the extension itself is looked at by a debugger: then its server is to be, too. */
function isDebugged(): boolean {
  return process.execArgv.some((word) => /^--(?:debug|inspect)/.test(word));
}

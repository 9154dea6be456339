import { setFlagsFromString } from 'node:v8';
import {
  type Connection,
  createConnection,
  ProposedFeatures,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import type { Host } from '../server/host.ts';
import { startServer } from '../server/start-server.ts';
import { createProbe } from './lsp/create-probe.ts';
import { findProjects } from './lsp/find-projects.ts';
import { jsonInSlices } from './lsp/json-in-slices.ts';
import { createPages } from './lsp/page-of.ts';
import { listScripts, readTextFile, stampOfFile } from './lsp/read-files.ts';
import { processVariables } from './project/open-project.ts';
import type { CommandContext } from './terminal/context.ts';
import { UsageError } from './terminal/usage-error.ts';
import { ownVersion } from './version.ts';

/** `pistevo lsp --stdio`: serves one editor over stdin and stdout, and ends the process when the editor is done. */
export async function lsp(
  _args: readonly string[],
  options: { readonly stdio?: boolean },
  context: CommandContext,
): Promise<number> {
  if (options.stdio !== true)
    throw new UsageError('`pistevo lsp` speaks over stdin and stdout alone; say `pistevo lsp --stdio`.');
  keepHeapSmall();
  startServer(connectStdio(), createHost(context.environment));
  return new Promise(() => {
    // The connection ends the process.
  });
}

/** Serves the editor that started this process, over whatever its arguments say (`--node-ipc`, `--stdio`, `--socket`). */
export function serve(environment: Readonly<Record<string, string | undefined>>): void {
  keepHeapSmall();
  const isStdio = process.argv.includes('--stdio');
  startServer(isStdio ? connectStdio() : createConnection(ProposedFeatures.all), createHost(environment));
}

/** A connection that does not stop to listen while it writes a large answer. It ends with the input, as the editor does. */
function connectStdio(): Connection {
  for (const end of ['end', 'close']) process.stdin.on(end, () => process.exit(1));
  const contentTypeEncoder = { name: 'application/json', encode: jsonInSlices };
  return createConnection(
    ProposedFeatures.all,
    new StreamMessageReader(process.stdin),
    new StreamMessageWriter(process.stdout, { contentTypeEncoder }),
  );
}

/**
 * A server lives as long as its editor, and every keystroke in a large file leaves that file's old text behind. V8 would let the heap
 * grow to several times of what is alive before it looks for such texts; this flag is read at each collection.
 */
function keepHeapSmall(): void {
  setFlagsFromString('--heap-growing-percent=70');
}

function createHost(environment: Readonly<Record<string, string | undefined>>): Host {
  return {
    version: ownVersion(),
    variables: processVariables(environment),
    readFile: readTextFile,
    stampOf: stampOfFile,
    findProjects,
    listScripts,
    probe: createProbe(),
    pageOf: createPages(),
    now: () => performance.now(),
    soon(run) {
      const handle = setImmediate(run);
      return () => clearImmediate(handle);
    },
    later(run, delayMs) {
      const handle = setTimeout(run, delayMs);
      return () => clearTimeout(handle);
    },
  };
}

import { createInterface } from 'node:readline';

export interface CancelSource {
  readonly signal: AbortSignal;
  /** Stops listening, so that the process can end. */
  close(): void;
}

export interface CancelOptions {
  /** Reads `{"kind":"cancel"}` from stdin; its end means that the parent is gone, and cancels too. */
  readonly listensToStdin: boolean;
  /** Called once, with what asked for it. */
  readonly onCancel: (why: string) => void;
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Everything that can ask a run to stop: signals, and the control stream. A second request changes nothing. */
export function openCancelSource(options: CancelOptions): CancelSource {
  const controller = new AbortController();
  const cancel = (why: string) => {
    if (controller.signal.aborted) return;
    options.onCancel(why);
    controller.abort();
  };
  const listeners = signals.map((name) => [name, () => cancel(name)] as const);
  for (const [name, listener] of listeners) process.on(name, listener);
  const lines = options.listensToStdin ? createInterface({ input: process.stdin }) : null;
  lines?.on('line', (line) => {
    if (isCancel(line)) cancel('the control stream');
  });
  lines?.on('close', () => cancel('the end of the control stream'));
  return {
    signal: controller.signal,
    close() {
      for (const [name, listener] of listeners) process.off(name, listener);
      lines?.removeAllListeners('close');
      lines?.close();
      if (options.listensToStdin) process.stdin.destroy();
    },
  };
}

function isCancel(line: string): boolean {
  try {
    return (JSON.parse(line) as { kind?: unknown } | null)?.kind === 'cancel';
  } catch {
    // Not a command of this version: a run must not die of a stray line.
    return false;
  }
}

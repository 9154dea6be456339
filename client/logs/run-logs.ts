import { type Disposable, type OutputChannel, window } from 'vscode';
import type { Run } from '../runs/run.ts';
import { runKey } from '../runs/run.ts';
import type { RunService } from '../runs/run-service.ts';
import { plainText } from '../text/plain-text.ts';
import { followRunLog, type RunLogFollower } from './follow-run-log.ts';

/** Logs of runs as output channels, one a dataset: they only grow, follow, and can be searched. */
export interface RunLogs extends Disposable {
  show(run: Run): Promise<void>;
}

interface Shown {
  readonly channel: OutputChannel;
  key: string;
  follower: RunLogFollower;
}

/** Earlier lines are left out: an output channel is for reading. */
const mostLines = 20_000;

export function createRunLogs(runs: RunService, onProblem: (error: unknown) => void): RunLogs {
  const shown = new Map<string, Shown>();
  const pump = async ({ channel, follower }: Shown) => {
    const lines = await follower.more();
    const left = Math.max(0, lines.length - mostLines);
    if (left > 0) channel.appendLine(`(${left} earlier lines are left out; they are in the run's folder)`);
    if (lines.length > 0) channel.appendLine(lines.slice(left).join('\n'));
  };
  const subscription = runs.onDidChange(() => {
    for (const one of shown.values()) void pump(one).catch(onProblem);
  });
  return {
    async show(run) {
      const { dataset, runId } = run.record;
      const name = `${run.root}\n${dataset}`;
      const known = shown.get(name);
      const channel = known?.channel ?? window.createOutputChannel(`Pistevo: ${plainText(dataset)}`);
      if (known === undefined || known.key !== runKey(run)) {
        channel.clear();
        const next: Shown = { channel, key: runKey(run), follower: followRunLog(run.root, runId) };
        shown.set(name, next);
        await pump(next);
      }
      channel.show(true);
    },
    dispose() {
      subscription.dispose();
      for (const { channel } of shown.values()) channel.dispose();
    },
  };
}

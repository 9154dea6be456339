import { join } from 'node:path';
import { type FileFollower, followFile } from '../runs/follow-file.ts';
import { parseEvent } from '../runs/parse-event.ts';
import { runPaths } from '../runs/run-paths.ts';
import { foldEvent, noProgress } from '../runs/run-progress.ts';
import { plainText } from '../text/plain-text.ts';
import { eventText } from './event-text.ts';

/** A run's log as it grows: its events in words, and what its streams say, each line with the stream's name. */
export interface RunLogFollower {
  /** Lines since the last call. */
  more(): Promise<readonly string[]>;
}

export function followRunLog(root: string, runId: string): RunLogFollower {
  const paths = runPaths(root, runId);
  const events = followFile(paths.events);
  const streams = new Map<string, FileFollower>();
  let progress = noProgress;
  return {
    async more() {
      const told = (await events.more()).flatMap((line) => {
        const event = parseEvent(line);
        if (event === null) return [];
        progress = foldEvent(progress, event);
        return eventText(event) ?? [];
      });
      const lines = [...told];
      for (const name of progress.streams) {
        // The writer's own spelling of a name that may stand in a path; anything else is not its file.
        if (!/^[A-Za-z0-9_-]+$/.test(name)) continue;
        const follower = streams.get(name) ?? followFile(join(paths.logs, `${name}.log`));
        streams.set(name, follower);
        for (const line of await follower.more()) lines.push(`${name.padEnd(8)}  ${plainText(line)}`);
      }
      return lines;
    },
  };
}

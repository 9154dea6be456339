import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { NewEvent } from '../../core/contracts/event.ts';
import { type LineFile, openLineFile } from './append-lines.ts';
import { createThrottle } from './throttle.ts';

/** Log files of a run, one a stream; the event stream is told how far each has grown, at most four times a second. */
export interface RunLogs {
  /** Appends whole lines to `logs/<stream>.log`. */
  log(stream: string, text: string): void;
  /** Announces what was not announced yet, flushes and closes. */
  close(): void;
}

interface OpenStream {
  readonly file: LineFile;
  bytes: number;
  lines: number;
  isAnnounced: boolean;
}

/** `folder` is created with the first line. */
export function openLogs(folder: string, emit: (event: NewEvent) => void, now: () => number): RunLogs {
  const streams = new Map<string, OpenStream>();
  const mayAnnounce = createThrottle(250, now);
  const announce = (name: string, stream: OpenStream) => {
    stream.isAnnounced = true;
    emit({ kind: 'log-advanced', stream: name, bytes: stream.bytes, lines: stream.lines });
  };
  const open = (name: string): OpenStream => {
    mkdirSync(folder, { recursive: true });
    const stream = { file: openLineFile(join(folder, `${name}.log`)), bytes: 0, lines: 0, isAnnounced: true };
    streams.set(name, stream);
    return stream;
  };
  return {
    log(wanted, text) {
      const name = wanted.replace(/[^A-Za-z0-9_-]/g, '_');
      const stream = streams.get(name) ?? open(name);
      for (const line of text.replace(/\n$/, '').split('\n')) {
        stream.file.append(line);
        stream.bytes += Buffer.byteLength(line) + 1;
        stream.lines += 1;
      }
      stream.isAnnounced = false;
      if (mayAnnounce(name)) announce(name, stream);
    },
    close() {
      for (const [name, stream] of streams) {
        if (!stream.isAnnounced) announce(name, stream);
        stream.file.close();
      }
      streams.clear();
    },
  };
}

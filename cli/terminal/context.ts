import picocolors from 'picocolors';
import { type Paint, plainPaint } from '../../core/report/paint.ts';

/** What a command gets from outside: streams, environment, place and clock. */
export interface CommandContext {
  /** Prints lines to stdout; a reader that has gone away is no error. */
  print(text: string): void;
  /** Prints lines to stderr: what is for people and not part of the answer. */
  note(text: string): void;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly folder: string;
  readonly paint: Paint;
  /** Emphasis for stderr. */
  readonly notePaint: Paint;
  /** Whether stderr is a terminal that can show progress in place. */
  readonly isLive: boolean;
  now(): Date;
}

/** Context of the process this runs in. `hasColor` false: asked for no colours on the command line. */
export function createContext(hasColor: boolean): CommandContext {
  const { stdout, stderr, env } = process;
  const isDumb = env['TERM'] === 'dumb' || (env['CI'] ?? '') !== '';
  return {
    print: openWriter(stdout),
    note: openWriter(stderr),
    environment: env,
    folder: process.cwd(),
    paint: paintFor(stdout, hasColor, env),
    notePaint: paintFor(stderr, hasColor, env),
    isLive: stderr.isTTY === true && !isDumb,
    now: () => new Date(),
  };
}

/** NO_COLOR (no-color.org) holds when it is set and not empty; FORCE_COLOR holds where there is no terminal. */
function paintFor(stream: NodeJS.WriteStream, hasColor: boolean, env: NodeJS.ProcessEnv): Paint {
  if (!hasColor || (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb') return plainPaint;
  const isForced = (env['FORCE_COLOR'] ?? '') !== '' && env['FORCE_COLOR'] !== '0';
  return stream.isTTY === true || isForced ? picocolors.createColors(true) : plainPaint;
}

/** `pistevo history | head -1`: after the reader has closed the pipe there is nobody to write to. */
function openWriter(stream: NodeJS.WriteStream): (text: string) => void {
  let isClosed = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') throw error;
    isClosed = true;
  });
  return (text) => {
    if (!isClosed) stream.write(text.endsWith('\n') ? text : `${text}\n`);
  };
}

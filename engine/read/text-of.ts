import { isAscii } from 'node:buffer';

/** Text of well-formed UTF-8 bytes `[start, end)`. ASCII goes the shorter way, into memory outside the script heap. */
export function textOf(bytes: Buffer, start: number, end: number): string {
  return bytes.toString(isAscii(bytes.subarray(start, end)) ? 'latin1' : 'utf8', start, end);
}

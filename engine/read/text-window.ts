import type { RecordCount } from './count-records.ts';
import type { ScanWindow } from './record-bounds.ts';

/** Room past the text: a plain run may write a line end there (and take it away again). */
const slackBytes = 2;

/** The part of a text that is in memory: what has been read and not yet taken. */
export interface TextWindow {
  readonly bytes: () => Buffer;
  readonly start: () => number;
  readonly availableBytes: () => number;
  /** Reads on up to `wanted` bytes when fewer than `needed` are there. Answers whether any are. */
  readonly fill: (needed: number, wanted: number) => Promise<boolean>;
  /** The whole lines that are there; everything when the text has ended. */
  readonly view: () => ScanWindow;
  /** Everything before `next` is done with. */
  readonly advance: (next: number) => void;
}

/** A window on `text`; every byte that comes in is counted by `count` on the way. */
export function createTextWindow(
  text: AsyncIterator<Buffer>,
  count: RecordCount,
  signal?: AbortSignal,
): TextWindow {
  let bytes: Buffer = Buffer.allocUnsafe(slackBytes);
  let start = 0;
  let end = 0;
  let rest: Buffer = Buffer.alloc(0);
  let isEnded = false;

  function makeRoom(wanted: number): void {
    if (start + wanted + slackBytes <= bytes.length) return;
    const size = wanted + slackBytes;
    const target = size <= bytes.length ? bytes : Buffer.allocUnsafe(size);
    bytes.copy(target, 0, start, end);
    bytes = target;
    end -= start;
    start = 0;
  }

  async function fill(needed: number, wanted: number): Promise<boolean> {
    if (end - start < needed && !isEnded) {
      makeRoom(wanted);
      while (end - start < wanted && !isEnded) {
        if (rest.length === 0) {
          signal?.throwIfAborted();
          const { value, done } = await text.next();
          if (done === true) {
            isEnded = true;
            break;
          }
          count.add(value);
          rest = value;
        }
        const room = wanted - (end - start);
        const portion = rest.subarray(0, room);
        bytes.set(portion, end);
        end += portion.length;
        rest = rest.subarray(portion.length);
      }
    }
    return end > start;
  }

  function view(): ScanWindow {
    const isLast = isEnded && rest.length === 0;
    const lineFeed = isLast || end === start ? -1 : bytes.lastIndexOf(10, end - 1);
    return { bytes, end: isLast ? end : lineFeed < start ? start : lineFeed + 1, isLast };
  }

  return {
    bytes: () => bytes,
    start: () => start,
    availableBytes: () => end - start,
    fill,
    view,
    advance(next) {
      start = next;
    },
  };
}

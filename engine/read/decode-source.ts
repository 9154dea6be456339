import type { ReadFormat } from '../../core/contracts/plan.ts';
import { gunzip } from './gunzip.ts';
import { RejectedFile } from './rejected-file.ts';
import { transcode } from './transcode.ts';

/**
 * UTF-8 text bytes of a file: unzipped when its name or format says so, transcoded, without a byte order mark.
 * @throws RejectedFile when the content is not what the name says, or for what `gunzip` throws.
 */
export async function* decodeSource(
  source: AsyncIterable<Buffer>,
  format: ReadFormat,
  file: { readonly name: string; readonly sizeBytes: number | null },
): AsyncGenerator<Buffer> {
  const pieces = source[Symbol.asyncIterator]();
  let head: Buffer = Buffer.alloc(0);
  let isEnded = false;
  while (head.length < 2 && !isEnded) {
    const { value, done } = await pieces.next();
    if (done === true) isEnded = true;
    else head = head.length === 0 ? value : Buffer.concat([head, value]);
  }

  async function* all(): AsyncGenerator<Buffer> {
    if (head.length > 0) yield head;
    try {
      while (!isEnded) {
        const { value, done } = await pieces.next();
        if (done === true) isEnded = true;
        else yield value;
      }
    } finally {
      if (!isEnded) await pieces.return?.();
    }
  }

  const hasMagic = head[0] === 0x1f && head[1] === 0x8b;
  const isNamedGzip = /\.gz$/i.test(file.name);
  const isGzip = format.compression === 'gzip' || (format.compression === 'auto' && isNamedGzip);
  if (isGzip && !hasMagic && head.length > 0) {
    throw new RejectedFile(
      'not-gzip',
      'The file is named or declared gzip, and its content is not: rename it, or set `format.compression: none`.',
    );
  }
  if (!isGzip && hasMagic && format.compression === 'auto') {
    throw new RejectedFile(
      'is-gzip',
      'The content of the file is gzip, and its name does not end in `.gz`: rename it, or set `format.compression: gzip`.',
    );
  }
  const { maxExpansion } = format;
  yield* transcode(
    isGzip ? gunzip(all(), { maxExpansion, sizeBytes: file.sizeBytes }) : all(),
    format.encoding,
  );
}

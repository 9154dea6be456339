import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { ReadFormat } from '../../../core/contracts/plan.ts';
import { commaFormat, piecesOf, readAll } from './read-all.ts';

async function everyPieceSize(bytes: Buffer, format: Partial<ReadFormat> = {}, fileName = 'a.csv') {
  const results = [];
  for (const size of [1, 2, 3, 1000]) {
    results.push(
      await readAll(
        piecesOf(bytes, size),
        { ...commaFormat, ...format },
        { fileName, sizeBytes: bytes.length },
      ),
    );
  }
  for (const { rows, malformed } of results)
    expect({ rows, malformed }).toEqual({ rows: results[0]!.rows, malformed: results[0]!.malformed });
  return results[0]!;
}

const text = 'id,name\n1,Zoë €\n2,😀 “x”\n';
const names = ['Zoë €', '😀 “x”'];
const swapped = (bytes: Buffer) => Buffer.from(bytes).swap16();

test.each([
  ['UTF-8', Buffer.from(text), 'utf-8'],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
  ['UTF-16 little-endian with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16'],
  ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16'],
  ['UTF-16 big-endian with a mark', swapped(Buffer.from(`\ufeff${text}`, 'utf16le')), 'utf-16'],
] as const)('reads %s in pieces of any size', async (_, bytes, encoding) => {
  const found = await everyPieceSize(bytes, { encoding });
  expect(found.end).toMatchObject({
    header: ['id', 'name'],
    records: 2,
    countedRecords: 2,
    sizeBytes: bytes.length,
  });
  expect(found.rows.map(({ fields }) => fields[1])).toEqual(names);
});

test('reads every byte of ISO-8859-1 as the character of the same number', async () => {
  const found = await everyPieceSize(Buffer.from('a\n\x80\x93\xe9\xff\n', 'latin1'), {
    encoding: 'iso-8859-1',
  });
  expect(found.rows[0]?.fields).toEqual(['\x80\x93éÿ']);
});

test('reads windows-1252, and finds its five undefined bytes malformed', async () => {
  const bytes = Buffer.from('a\n\x80\x93x\x94\xe9\n\x81\n\x8d\n\x8f\n\x90\n\x9d\n', 'latin1');
  const found = await everyPieceSize(bytes, { encoding: 'windows-1252' });
  expect(found.rows[0]?.fields).toEqual(['€“x”é']);
  expect(found.malformed.map(({ line, reason }) => [line, reason])).toEqual(
    [3, 4, 5, 6, 7].map((line) => [line, 'malformed:encoding']),
  );
});

test('reads every defined byte of windows-1252', async () => {
  const bytes = Buffer.from(Array.from({ length: 128 }, (_, index) => index + 128)).filter(
    (byte) => ![0x81, 0x8d, 0x8f, 0x90, 0x9d].includes(byte),
  );
  const found = await everyPieceSize(Buffer.concat([Buffer.from('a\n'), bytes]), {
    encoding: 'windows-1252',
  });
  // Written out: Node 20's own decoder of that name reads ISO-8859-1.
  const upper = Array.from({ length: 96 }, (_, index) => String.fromCharCode(0xa0 + index)).join('');
  expect(found.rows[0]?.fields[0]).toBe(`€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ${upper}`);
});

test('finds lone surrogates and half units of UTF-16 malformed, and nothing else', async () => {
  const lone = Buffer.concat([
    Buffer.from('a\nok\n', 'utf16le'),
    Buffer.of(0x3d, 0xd8),
    Buffer.from('x\n\ufffd\n', 'utf16le'),
    Buffer.of(0x41),
  ]);
  const found = await everyPieceSize(lone, { encoding: 'utf-16' });
  expect(found.rows.map(({ fields }) => fields[0])).toEqual(['ok', '\ufffd']);
  expect(found.malformed.map(({ line, reason }) => [line, reason])).toEqual([
    [3, 'malformed:encoding'],
    [5, 'malformed:encoding'],
  ]);
  const cut = Buffer.concat([Buffer.from('a\n', 'utf16le'), Buffer.of(0x3d, 0xd8)]);
  expect((await everyPieceSize(cut, { encoding: 'utf-16' })).malformed).toHaveLength(1);
  expect((await everyPieceSize(Buffer.of(0x41), { encoding: 'utf-16' })).end).toMatchObject({
    rejection: 'header-malformed',
  });
});

test('unzips members one after another, and tells size and digest of the file itself', async () => {
  const bytes = Buffer.concat([gzipSync('id,name\n1,a\n'), gzipSync('2,b\n')]);
  const found = await everyPieceSize(bytes, {}, 'a.csv.GZ');
  expect(found.rows.map(({ fields }) => fields)).toEqual([
    ['1', 'a'],
    ['2', 'b'],
  ]);
  expect(found.end).toMatchObject({ sizeBytes: bytes.length });
});

test('unzips in step with a slow reader, whatever the size', async () => {
  const lines = Array.from(
    { length: 100_000 },
    (_, index) => `${index},${randomBytes(12).toString('hex')}\n`,
  ).join('');
  const bytes = gzipSync(`id,name\n${lines}`);
  const found = await readAll(piecesOf(bytes, 10_000), commaFormat, {
    fileName: 'a.gz',
    sizeBytes: bytes.length,
  });
  expect(found.end).toMatchObject({ kind: 'complete', records: 100_000, countedRecords: 100_000 });
});

test('rejects what is not the gzip that its name says, or is one that it does not say', async () => {
  const zipped = gzipSync('id,name\n1,a\n');
  expect((await everyPieceSize(Buffer.from(text), {}, 'a.gz')).end).toMatchObject({ rejection: 'not-gzip' });
  expect((await everyPieceSize(zipped)).end).toMatchObject({ rejection: 'is-gzip' });
  expect((await everyPieceSize(zipped, { compression: 'gzip' })).end).toMatchObject({ kind: 'complete' });
  expect((await everyPieceSize(Buffer.from(text), { compression: 'none' }, 'a.gz')).end).toMatchObject({
    kind: 'complete',
  });
});

test('tells a gzip that ends early from one that is broken or followed by something else', async () => {
  const zipped = gzipSync(`id,name\n${'1,abcdef\n'.repeat(3000)}`);
  const broken = Buffer.from(zipped);
  broken[broken.length - 6]! ^= 0xff;
  const followed = (bytes: Uint8Array) => Buffer.concat([zipped, bytes]);
  const early = [
    zipped.subarray(0, 4),
    zipped.subarray(0, 40),
    zipped.subarray(0, -5),
    followed(zipped.subarray(0, 9)),
  ];
  const other = [
    broken,
    followed(Buffer.from('trailing text')),
    followed(Buffer.alloc(1)),
    followed(Buffer.alloc(20)),
  ];
  for (const [cause, cases] of Object.entries({ 'it ends early': early, 'it is broken': other })) {
    for (const bytes of cases) {
      expect((await everyPieceSize(bytes, {}, 'a.gz')).end).toMatchObject({
        rejection: 'damaged-gzip',
        message: `The gzip file is damaged (${cause}): deliver it again.`,
      });
    }
  }
});

test('stops a gzip that expands too far long before it is whole', async () => {
  const bomb = gzipSync(Buffer.alloc(100_000_000, 'a,b\n'));
  const before = process.memoryUsage().rss;
  const found = await readAll(
    piecesOf(bomb, 1 << 16),
    { ...commaFormat, maxExpansion: 50 },
    { fileName: 'a.gz', sizeBytes: bomb.length },
  );
  expect(found.end).toMatchObject({ rejection: 'expansion' });
  expect(process.memoryUsage().rss - before).toBeLessThan(80_000_000);
});

test('turns an error of the file system under a gzip into a rejection', async () => {
  async function* broken(): AsyncGenerator<Buffer> {
    yield gzipSync(`id\n${'1\n'.repeat(100_000)}`).subarray(0, 50);
    throw Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' });
  }
  expect((await readAll(broken(), commaFormat, { fileName: 'a.gz' })).end).toMatchObject({
    rejection: 'unreadable',
  });
});

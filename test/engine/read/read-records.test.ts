import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { readHeader } from '../../../engine/read/read-header.ts';
import { readRecords } from '../../../engine/read/read-records.ts';
import { commaFormat, piecesOf, readAll } from './read-all.ts';

const read = (text: string, format = {}, options = {}) =>
  readAll(piecesOf(Buffer.from(text), 1 << 20), { ...commaFormat, ...format }, options);
const reasons = (found: Awaited<ReturnType<typeof read>>) =>
  found.malformed.map(({ line, reason }) => `${line} ${reason}`);

test('tells size, digest and both counts of a file', async () => {
  const text = 'a,b\n1,2\n\n3,4\n5\n';
  const found = await read(text);
  expect(found.end).toEqual({
    kind: 'complete',
    header: ['a', 'b'],
    duplicates: [],
    records: 3,
    malformed: 1,
    blankLines: 1,
    countedRecords: 3,
    sizeBytes: text.length,
    sha256: createHash('sha256').update(text).digest('hex'),
  });
  expect(found.malformed).toEqual([{ record: 3, line: 5, lengthBytes: 1, reason: 'malformed:fields' }]);
});

test('numbers records from the header on and lines from the top, whatever stands between', async () => {
  const found = await read('\n\r\n"a\nx",b\n\n1,"two\nlines"\n3,4\n');
  expect(found.end).toMatchObject({ header: ['a\nx', 'b'], blankLines: 3, records: 2 });
  expect(found.rows).toEqual([
    { record: 1, line: 6, fields: ['1', 'two\nlines'] },
    { record: 2, line: 8, fields: ['3', '4'] },
  ]);
});

test('keeps regular records in the plain part, and takes others out of it without losing count', async () => {
  const found = await read('a,b\n1,1\n"2",2\n3\n4,4\n5,5');
  expect(found.plainRows).toBe(3);
  expect(found.rows.map(({ record, line }) => [record, line])).toEqual([
    [1, 2],
    [2, 3],
    [4, 5],
    [5, 6],
  ]);
});

test('cuts a chunk where records and lines part, once enough of it is plain', async () => {
  const found = await read(
    `a,b\n${'1,2\n'.repeat(500)}"x\ny",2\n${'3,4\n'.repeat(500)}`,
    {},
    { chunkBytes: { first: 4000, largest: 8000 } },
  );
  expect(found.plainRows).toBe(1000);
  expect(found.rows.at(-1)).toEqual({ record: 1001, line: 1003, fields: ['3', '4'] });
});

test('reads a file in which every other record has two lines without cutting it into crumbs', async () => {
  const found = await read(
    `a,b\n${'1,"x\ny"\n2,z\n'.repeat(10_000)}`,
    {},
    { chunkBytes: { first: 50_000, largest: 50_000 } },
  );
  expect(found.rows).toHaveLength(20_000);
  expect(found.chunks).toBeLessThan(6);
});

test('names the first of several faults: NUL, encoding, quotes, fields', async () => {
  const bytes = Buffer.concat([
    Buffer.from('a,b\n'),
    Buffer.from([0x31, 0, 0xff, 0x0a]),
    Buffer.from([0xff, 0x22, 0x22, 0x78, 0x22, 0x79, 0x22, 0x0a]),
    Buffer.from('x"y"\n1,2,3\n'),
  ]);
  const found = await readAll(piecesOf(bytes, 100));
  expect(reasons(found)).toEqual([
    '2 malformed:nul',
    '3 malformed:encoding',
    '4 malformed:quote',
    '5 malformed:fields',
  ]);
});

test.each([
  ['"a",b', ['a', 'b']],
  ['"",""""', ['', '"']],
  ['"a,""b""",c', ['a,"b"', 'c']],
  ['a""b,c', ['a""b', 'c']],
  ['" a ", "" ', [' a ', ' "" ']],
])('reads the quotes of %s', async (text, fields) => {
  const found = await read(`x,y\n${text}\n`);
  expect(found.rows).toEqual([{ record: 1, line: 2, fields }]);
});

test.each(['"a" ,b', ' "a",b', 'a"b",c', '"a"b,c'])('finds the quotes of %s malformed', async (text) => {
  expect(reasons(await read(`x,y\n${text}\n`))).toEqual(['2 malformed:quote']);
});

test('keeps a lone CR as data, at the end of the file too', async () => {
  const found = await read('a,b\n1\r,2\r\r\n3,4\r');
  expect(found.rows.map(({ fields }) => fields)).toEqual([
    ['1\r', '2\r'],
    ['3', '4\r'],
  ]);
});

test('reads CRLF files plainly, and a bare LF among them', async () => {
  const found = await read('a,b\r\n1,2\r\n3,4\n5,6\r\n', {}, { chunkBytes: { first: 8, largest: 8 } });
  expect(found.rows.map(({ fields }) => fields.join())).toEqual(['1,2', '3,4', '5,6']);
});

test('leaves quotes alone when the format has none', async () => {
  const found = await read('a,b\n5" pipe,x\n', { quote: '' });
  expect(found.rows[0]?.fields).toEqual(['5" pipe', 'x']);
});

test('reads delimiters beyond ASCII', async () => {
  const found = await read('a§b\n1§"2§"\nx§y\n', { delimiter: '§' });
  expect(found.rows.map(({ fields }) => fields)).toEqual([
    ['1', '2§'],
    ['x', 'y'],
  ]);
});

test('counts the first record of a file without a header as 1', async () => {
  const found = await read('1,2\n3,4\n', { hasHeader: false }, { columns: 2 });
  expect(found.rows[0]).toEqual({ record: 1, line: 1, fields: ['1', '2'] });
  expect(found.end).toMatchObject({ header: [], records: 2, countedRecords: 2 });
});

test('keeps values that hold every control character apart', async () => {
  const controls = Array.from({ length: 31 }, (_, code) => String.fromCharCode(code + 1)).join('');
  const found = await read(`a,b\n"${controls}","x"\n"y","\x1f\x1e"\n`);
  expect(found.rows.map(({ fields }) => fields)).toEqual([
    [controls, 'x'],
    ['y', '\x1f\x1e'],
  ]);
});

test('takes a record of exactly the limits, and rejects the file for one line or byte more', async () => {
  const limits = { lines: 4, bytes: 40 };
  const fourLines = 'a\n"1\n2\n3\n4"\n';
  expect((await read(fourLines, {}, { limits })).end.kind).toBe('complete');
  const fiveLines = await read('a\nb\n"1\n2\n3\n4\n5"\n', {}, { limits });
  expect(fiveLines.end).toMatchObject({ rejection: 'record-too-long', line: 3 });
  expect((await read(`a\n${'x'.repeat(40)}\r\n`, {}, { limits })).end.kind).toBe('complete');
  for (const largest of [10, 1000]) {
    const tooWide = await read(
      `a\n${'x'.repeat(41)}\n`,
      {},
      { limits, chunkBytes: { first: largest, largest } },
    );
    expect(tooWide.end).toMatchObject({ rejection: 'record-too-long', line: 2 });
  }
});

test('names the line where a quote is left open', async () => {
  expect((await read('a,b\n1,2\n3,"4\n5,6\n')).end).toMatchObject({ rejection: 'open-quote', line: 3 });
});

test('rejects a header that is missing, damaged or far too wide, at once', async () => {
  expect((await read('\n\n')).end).toMatchObject({ rejection: 'no-header' });
  expect((await read('a,"b"x\n1,2\n')).end).toMatchObject({ rejection: 'header-malformed', line: 1 });
  expect((await read('a,b\0\n')).end).toMatchObject({ rejection: 'header-malformed' });
  const bad = await readAll(piecesOf(Buffer.from([0x61, 0xff, 0x0a]), 9));
  expect(bad.end).toMatchObject({ rejection: 'header-malformed' });
  const started = performance.now();
  const wide = await read(`${'c,'.repeat(100_000)}c\n${'1,'.repeat(100_000)}1\n`);
  expect(wide.end).toMatchObject({ rejection: 'header-too-wide' });
  expect(performance.now() - started).toBeLessThan(2000);
});

test('reports header names that stand twice, blanks and ASCII case aside', async () => {
  const found = await read('id, ID ,É,é,,\n1,2,3,4,5,6\n');
  expect(found.end).toMatchObject({ kind: 'complete', duplicates: ['id'] });
});

test.each([{ delimiter: '' }, { delimiter: '\n' }, { quote: '«' }, { quote: ',' }, { hasHeader: false }])(
  'refuses a format that cannot be: %j',
  async (format) => {
    expect((await read('a,b\n', format)).end).toMatchObject({ rejection: 'format' });
  },
);

test('turns an error of the file system into a rejection, and no other error', async () => {
  async function* broken(error: Error): AsyncGenerator<Buffer> {
    yield Buffer.from('a,b\n1,2\n');
    throw error;
  }
  const failure = Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' });
  expect((await readAll(broken(failure))).end).toMatchObject({ rejection: 'unreadable' });
  await expect(readAll(broken(new TypeError('a bug')))).rejects.toThrow('a bug');
});

test('stops with the reason of an abort, and lets go of the source', async () => {
  const controller = new AbortController();
  let isClosed = false;
  async function* endless(): AsyncGenerator<Buffer> {
    try {
      yield Buffer.from('a,b\n');
      while (true) yield Buffer.from('1,2\n'.repeat(1000));
    } finally {
      isClosed = true;
    }
  }
  const reader = readRecords(endless(), commaFormat, { fileName: 'a.csv', signal: controller.signal });
  await reader.next();
  controller.abort(new Error('stop'));
  await expect(reader.next()).rejects.toThrow('stop');
  expect(isClosed).toBe(true);
});

test('keeps memory bounded by ending a chunk of nothing but malformed records', async () => {
  const found = await read(`a,b\n${'x\n'.repeat(120_000)}`);
  expect(found.malformed).toHaveLength(120_000);
  expect(found.chunks).toBeGreaterThan(2);
});

test('gives the header alone, and a rejection in its place', async () => {
  const source = () => piecesOf(Buffer.from('\na,"b\nc",A\n1,2,3\n'), 3);
  expect(await readHeader(source(), commaFormat, { fileName: 'a.csv' })).toEqual({
    kind: 'header',
    names: ['a', 'b\nc', 'A'],
    duplicates: ['a'],
    line: 2,
  });
  expect(await readHeader(piecesOf(Buffer.of(), 1), commaFormat, { fileName: 'a.csv' })).toMatchObject({
    rejection: 'no-header',
  });
});

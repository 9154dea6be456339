import { createHash } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { type ArchiveRequest, archiveFile } from '../../../engine/files/archive.ts';
import { stampOf } from '../../../engine/files/file-stamp.ts';
import { temporaryFolder } from './temporary-folder.ts';

function request(text = 'id\n1\n', path = 'sub/a.csv'): ArchiveRequest {
  const root = temporaryFolder();
  const source = join(root, 'in', path);
  mkdirSync(dirname(source), { recursive: true });
  writeFileSync(source, text);
  return {
    source,
    stamp: stampOf(lstatSync(source, { bigint: true })),
    sizeBytes: Buffer.byteLength(text),
    sha256: createHash('sha256').update(text).digest('hex'),
    folder: join(root, 'archive/claims/run-1'),
    path,
  };
}

const target = ({ folder, path }: ArchiveRequest) => join(folder, path);

test('moves a file, for this user alone, and leaves nothing beside it', async () => {
  const asked = request('x'.repeat(3_000_000));
  expect(await archiveFile(asked)).toEqual({ kind: 'archived', location: target(asked) });
  expect(existsSync(asked.source)).toBe(false);
  expect(readFileSync(target(asked), 'utf8')).toBe('x'.repeat(3_000_000));
  expect(readdirSync(dirname(target(asked)))).toEqual(['a.csv']);
  expect(statSync(target(asked)).mode & 0o077).toBe(0);
  expect(statSync(asked.folder).mode & 0o077).toBe(0);
});

test('moves an empty file', async () => {
  const asked = request('');
  expect((await archiveFile(asked)).kind).toBe('archived');
  expect(statSync(target(asked)).size).toBe(0);
});

test('finishes what an interrupted run began, at each of its steps', async () => {
  const copying = request();
  mkdirSync(dirname(target(copying)), { recursive: true });
  const aside = `.${createHash('sha256').update('a.csv').digest('hex').slice(0, 16)}.part`;
  writeFileSync(join(dirname(target(copying)), aside), 'id');
  expect((await archiveFile(copying)).kind).toBe('archived');
  expect(readdirSync(dirname(target(copying)))).toEqual(['a.csv']);

  const copied = request();
  mkdirSync(dirname(target(copied)), { recursive: true });
  writeFileSync(target(copied), 'id\n1\n');
  expect((await archiveFile(copied)).kind).toBe('archived');
  expect(existsSync(copied.source)).toBe(false);

  expect((await archiveFile(copied)).kind).toBe('archived');
});

test('never replaces another file', async () => {
  const asked = request();
  mkdirSync(dirname(target(asked)), { recursive: true });
  writeFileSync(target(asked), 'other');
  expect((await archiveFile(asked)).kind).toBe('occupied');
  expect(readFileSync(target(asked), 'utf8')).toBe('other');
  expect(existsSync(asked.source)).toBe(true);
});

test('leaves a source alone that changed before it was copied', async () => {
  const asked = request();
  writeFileSync(asked.source, 'id\n1\n2\n');
  expect(await archiveFile(asked)).toMatchObject({ kind: 'source-changed', isCopied: false });
  expect(existsSync(asked.source)).toBe(true);
  expect(existsSync(target(asked))).toBe(false);
});

test('finds a change by content that size and stamp do not show', async () => {
  const asked = request('id\n1\n');
  const changed = { ...asked, sha256: createHash('sha256').update('id\n2\n').digest('hex') };
  expect(await archiveFile(changed)).toMatchObject({ kind: 'source-changed', isCopied: false });
  expect(readdirSync(dirname(target(asked)))).toEqual([]);
});

test('keeps the archived copy and the new source when the source changes after the copy', async () => {
  const asked = request();
  mkdirSync(dirname(target(asked)), { recursive: true });
  writeFileSync(target(asked), 'id\n1\n');
  utimesSync(asked.source, 1, 1);
  expect(await archiveFile(asked)).toMatchObject({ kind: 'source-changed', isCopied: true });
  expect(existsSync(asked.source)).toBe(true);
});

test('says that a source is gone which the archive does not have', async () => {
  const asked = request();
  expect(await archiveFile({ ...asked, source: `${asked.source}.gone` })).toMatchObject({
    kind: 'source-missing',
  });
});

test.each(['../a.csv', 'x/../../a.csv', '', '.', 'a\0.csv'])('refuses the path %j', async (path) => {
  const asked = request();
  expect((await archiveFile({ ...asked, path })).kind).toBe('outside');
  expect(existsSync(asked.source)).toBe(true);
});

test('refuses to write through a symbolic link that leaves the archive', async () => {
  const asked = request();
  const elsewhere = temporaryFolder();
  mkdirSync(asked.folder, { recursive: true });
  symlinkSync(elsewhere, join(asked.folder, 'sub'));
  expect((await archiveFile(asked)).kind).toBe('outside');
  expect(readdirSync(elsewhere)).toEqual([]);
});

test('does not follow a source that has become a symbolic link', async () => {
  const asked = request();
  symlinkSync(asked.source, `${asked.source}.link`);
  const found = await archiveFile({ ...asked, source: `${asked.source}.link` });
  expect(found).toMatchObject({ kind: 'io-failure', code: 'ELOOP' });
});

test('tells failures of the file system as values that say what to do', async () => {
  const asked = request();
  writeFileSync(join(dirname(dirname(asked.source)), 'file'), '');
  const found = await archiveFile({ ...asked, folder: join(dirname(dirname(asked.source)), 'file/archive') });
  expect(found).toMatchObject({
    kind: 'io-failure',
    code: 'ENOTDIR',
    message: expect.stringContaining('choose another folder'),
  });
});

test('stops with the reason of an abort and leaves no copy', async () => {
  const asked = request();
  await expect(archiveFile(asked, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
  expect(readdirSync(dirname(target(asked)))).toEqual([]);
  expect(existsSync(asked.source)).toBe(true);
});

import { createHash } from 'node:crypto';
import { appendFileSync, lstatSync, renameSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hasChanged, stampOf } from '../../../engine/files/file-stamp.ts';
import { identify, identityKey } from '../../../engine/files/identity.ts';
import { ioCode, ioFailureOf } from '../../../engine/files/io-failure.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('tells size and digest of a file larger than a piece', async () => {
  const path = join(temporaryFolder(), 'a');
  const bytes = Buffer.alloc(2_500_000, 'abc');
  writeFileSync(path, bytes);
  expect(await identify(path)).toMatchObject({
    kind: 'identified',
    sizeBytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  });
});

test('reads neither folders nor symbolic links nor what is not there', async () => {
  const folder = temporaryFolder();
  symlinkSync(folder, join(folder, 'link'));
  expect(await identify(folder)).toMatchObject({ kind: 'io-failure', code: 'ENOTFILE' });
  expect(await identify(join(folder, 'link'))).toMatchObject({ kind: 'io-failure', code: 'ELOOP' });
  expect(await identify(join(folder, 'gone'))).toMatchObject({ kind: 'io-failure', code: 'ENOENT' });
});

test('says so when a file grows while it is read', async () => {
  const path = join(temporaryFolder(), 'a');
  writeFileSync(path, Buffer.alloc(4_000_000));
  const signal = { throwIfAborted: () => appendFileSync(path, 'x') };
  expect(await identify(path, signal as unknown as AbortSignal)).toEqual({ kind: 'changed' });
});

test('stops with the reason of an abort', async () => {
  const path = join(temporaryFolder(), 'a');
  writeFileSync(path, 'x');
  await expect(identify(path, AbortSignal.abort(new Error('stop')))).rejects.toThrow('stop');
});

test('sees a file change by content, time, replacement and removal', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'a');
  const stamp = () => stampOf(lstatSync(path, { bigint: true }));
  writeFileSync(path, 'one');
  expect(await hasChanged(path, stamp())).toBe(false);
  const before = stamp();
  writeFileSync(path, 'two');
  utimesSync(
    path,
    Number(BigInt(before.mtimeNs) / 1_000_000n) / 1000,
    Number(BigInt(before.mtimeNs) / 1_000_000n) / 1000,
  );
  expect(await hasChanged(path, before)).toBe(true);
  const second = stamp();
  writeFileSync(join(folder, 'b'), 'two');
  renameSync(join(folder, 'b'), path);
  expect(await hasChanged(path, second)).toBe(true);
  renameSync(path, join(folder, 'c'));
  expect(await hasChanged(path, stampOf(lstatSync(join(folder, 'c'), { bigint: true })))).toBe(true);
});

test('gives different keys to different identities, whatever their names hold', () => {
  const keys = [
    { path: 'a', sizeBytes: 11, sha256: 'x' },
    { path: 'a', sizeBytes: 1, sha256: '1x' },
    { path: 'a",1', sizeBytes: 1, sha256: 'x' },
  ].map(identityKey);
  expect(new Set(keys).size).toBe(3);
});

test('takes only errors of the file system for failures', () => {
  expect(() => ioFailureOf(new TypeError('bug'), 'x')).toThrow('bug');
  const error = Object.assign(new Error('x'), { code: 'EODD', syscall: 'open' });
  expect(ioFailureOf(error, '`a` cannot be read').message).toBe('`a` cannot be read: the system says EODD.');
  expect([ioCode(error), ioCode(new Error('x'))]).toEqual(['EODD', null]);
});

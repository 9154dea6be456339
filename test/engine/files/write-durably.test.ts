import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { renameToFree, syncFolder, writeDurably } from '../../../engine/files/write-durably.ts';
import { temporaryFolder } from './temporary-folder.ts';

test('replaces a file whole, for this user alone', async () => {
  const folder = temporaryFolder();
  const path = join(folder, 'run.json');
  await writeDurably(path, 'one');
  await writeDurably(path, Buffer.from('two'));
  expect(readFileSync(path, 'utf8')).toBe('two');
  expect(statSync(path).mode & 0o077).toBe(0);
  expect(readdirSync(folder)).toEqual(['run.json']);
});

test('leaves what was there, and nothing aside, when it fails', async () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'taken/full'), { recursive: true });
  await expect(writeDurably(join(folder, 'taken'), 'x')).rejects.toThrow();
  await expect(writeDurably(join(folder, 'gone/x'), 'x')).rejects.toThrow('ENOENT');
  expect(readdirSync(folder)).toEqual(['taken']);
});

test('gives a free name, and never one that is taken', async () => {
  const folder = temporaryFolder();
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  writeFileSync(from, 'new');
  writeFileSync(to, 'old');
  expect(await renameToFree(from, to)).toBe(false);
  expect(readFileSync(to, 'utf8')).toBe('old');
  expect(await renameToFree(from, join(folder, 'free'))).toBe(true);
  expect([existsSync(from), readFileSync(join(folder, 'free'), 'utf8')]).toEqual([false, 'new']);
  await expect(renameToFree(join(folder, 'missing'), join(folder, 'x'))).rejects.toThrow('ENOENT');
});

test('fails to sync a folder that is not there', async () => {
  await expect(syncFolder(join(temporaryFolder(), 'gone'))).rejects.toThrow('ENOENT');
});

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { zipFiles } from '../../../engine/spark/zip-files.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');
const hasPython = spawnSync('python3', ['--version']).status === 0;

it('gives equal bytes for equal entries, in whatever order they come', () => {
  const first = { name: 'b/__init__.py', content: bytes('# ü\n') };
  const second = { name: 'a.py', content: bytes('x = 1\n') };
  const zipped = Buffer.from(zipFiles([first, second]));
  expect(zipped.equals(zipFiles([second, first]))).toBe(true);
  expect(zipped.equals(zipFiles([second, { ...first, content: bytes('# o\n') }]))).toBe(false);
});

it.skipIf(!hasPython)('is a zip file that Python finds whole and imports from', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pistevo-zip-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'parts.zip');
  writeFileSync(
    file,
    zipFiles([
      { name: 'parts/__init__.py', content: bytes('') },
      { name: 'parts/deep/__init__.py', content: bytes('') },
      { name: 'parts/deep/answer.py', content: bytes('ANSWER = "größer"\n') },
    ]),
  );
  const script = [
    'import sys, zipfile',
    `archive = zipfile.ZipFile(${JSON.stringify(file)})`,
    'assert archive.testzip() is None',
    `sys.path.insert(0, ${JSON.stringify(file)})`,
    'from parts.deep.answer import ANSWER',
    'print(archive.namelist(), ANSWER == "gr\\u00f6\\u00dfer")',
  ].join('\n');
  const { stdout, stderr } = spawnSync('python3', ['-c', script], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(stdout.trim()).toBe("['parts/__init__.py', 'parts/deep/__init__.py', 'parts/deep/answer.py'] True");
});

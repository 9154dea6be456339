import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findSpark } from '../../../engine/spark/find-spark.ts';

function layFolder(...files: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'pistevo-find-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const file of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), '');
  }
  return folder;
}

it('takes the program that PISTEVO_SPARK_SUBMIT names before any other', () => {
  const folder = layFolder('mine/spark-submit', 'home/bin/spark-submit');
  const found = findSpark(
    { PISTEVO_SPARK_SUBMIT: join(folder, 'mine/spark-submit'), SPARK_HOME: join(folder, 'home') },
    null,
    '3.5',
  );
  expect(found).toMatchObject({ kind: 'spark', submit: join(folder, 'mine/spark-submit'), version: null });
});

it('reads the version of a Spark home from its jar, without starting it', () => {
  const home = layFolder('bin/spark-submit', 'jars/spark-core_2.12-3.5.8.jar');
  expect(findSpark({ SPARK_HOME: home }, null, '3.5')).toEqual({
    kind: 'spark',
    submit: join(home, 'bin/spark-submit'),
    version: '3.5.8',
    python: null,
  });
});

it('finds one in the virtual environment of the project, with its Python', () => {
  const root = layFolder(
    '.venv/pyvenv.cfg',
    '.venv/bin/python',
    '.venv/bin/spark-submit',
    '.venv/lib/python3.11/site-packages/pyspark/jars/spark-core_2.13-4.0.5.jar',
  );
  expect(findSpark({ PATH: '' }, root, '4.0')).toEqual({
    kind: 'spark',
    submit: join(root, '.venv/bin/spark-submit'),
    version: '4.0.5',
    python: join(root, '.venv/bin/python'),
  });
});

it('does not look further where a named one is not there', () => {
  const home = layFolder('README');
  const found = findSpark({ SPARK_HOME: home, PATH: process.env['PATH'] }, null, '3.5');
  expect(found).toMatchObject({ kind: 'missing' });
  expect(found.kind === 'missing' && found.message).toContain('SPARK_HOME');
});

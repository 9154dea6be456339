import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { call, emptyFolder } from './command-line.ts';

let folder: string;
function git(...args: readonly string[]): void {
  execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
    cwd: folder,
    stdio: 'ignore',
  });
}
beforeAll(async () => {
  folder = await emptyFolder();
  await call(folder, ['init', '--example']);
  git('init', '-q');
  git('add', 'conf', 'schema');
  git('commit', '-q', '-m', 'first');
});

describe('pistevo plan', () => {
  it('describes the plan for people, and adds the SQL of a dialect', async () => {
    const { code, out } = await call(folder, ['plan', 'loan']);
    expect(code).toBe(0);
    expect(out).toContain('library.loans');
    expect(out).not.toContain('SELECT');
    const spark = await call(folder, ['plan', 'loans', '--sql', '--dialect', 'spark']);
    expect(spark.out).toContain('SELECT');
    expect(spark.out).toContain('`loan_id`');
  });

  it('is the same plan, byte for byte, each time', async () => {
    const first = await call(folder, ['plan', 'loans', '--json']);
    expect((await call(folder, ['plan', 'loans', '--json'])).out).toBe(first.out);
    expect(JSON.parse(first.out)).toMatchObject({ v: 1, dataset: 'loans' });
  });

  it('says what has changed since a revision', async () => {
    const same = await call(folder, ['plan', 'books', '--diff', 'HEAD', '--json']);
    expect(JSON.parse(same.out)).toEqual([]);
    const file = join(folder, 'schema/tables_schema.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace("pattern: '[0-9]{13}'", "pattern: '[0-9]{10}'"));
    const changed = await call(folder, ['plan', 'books', '--diff', 'HEAD']);
    expect(changed.code).toBe(0);
    expect(changed.out).toContain('isbn');
    expect(
      JSON.parse((await call(folder, ['plan', 'books', '--diff', 'HEAD', '--json'])).out).length,
    ).toBeGreaterThan(0);
    git('checkout', '-q', '--', 'schema');
  });

  it('names a revision that is not there, and takes none for an option', async () => {
    const unknown = await call(folder, ['plan', 'books', '--diff', 'nowhere']);
    expect(unknown.code).toBe(2);
    expect(unknown.err).toContain('`nowhere` is not a revision');
    const option = await call(folder, ['plan', 'books', '--diff=--output=x']);
    expect(option.code).toBe(2);
  });

  it('refuses a dataset with errors, and lists them', async () => {
    const broken = await emptyFolder();
    await call(broken, ['init', '--example']);
    const file = join(broken, 'schema/tables_schema.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace('min: 0', 'min: none'));
    const { code, out, err } = await call(broken, ['plan', 'loans']);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toMatch(/schema\/tables_schema\.yaml:\d+:\d+ error/);
    expect((await call(broken, ['plan', 'books'])).code).toBe(0);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { call, emptyFolder, lay } from './command-line.ts';

let folder: string;
const config = (target: string) =>
  `target_path: ${target}\ntarget_schema: lake\nsources:\n  people: { path: source/people/, merge_key: id }\n`;
const schema = 'tables:\n  people:\n    columns:\n      id: { type: string, required: true }\n';

beforeEach(async () => {
  folder = await emptyFolder();
  await lay(folder, { 'conf/config.yaml': config('target/'), 'schema/tables_schema.yaml': schema });
});

function current(artifacts = join(folder, 'artifacts')): string {
  return (JSON.parse(readFileSync(join(artifacts, 'current.json'), 'utf8')) as { release: string }).release;
}

describe('pistevo publish', () => {
  it('puts a release beside the target and moves what submitted jobs use', async () => {
    const { code, out } = await call(folder, ['publish']);
    expect(code).toBe(0);
    const release = current();
    expect(out).toContain(`artifacts/releases/${release}/`);
    expect(readdirSync(join(folder, 'artifacts/releases', release)).toSorted()).toEqual(
      ['config.yaml', 'manifest.json', 'plans', 'runtime.zip', 'tables_schema.yaml'].toSorted(),
    );
  });

  it('says so when nothing has changed, and names what was current when something has', async () => {
    await call(folder, ['publish']);
    const before = current();
    expect((await call(folder, ['publish'])).out).toContain('Nothing has changed');
    await lay(folder, { 'schema/tables_schema.yaml': `${schema}      name: { type: string }\n` });
    const { err } = await call(folder, ['publish']);
    expect(current()).not.toBe(before);
    expect(err).toContain(before.slice(0, 12));
  });

  it('refuses a path that a submitted job would not find, and says how to mend it', async () => {
    await lay(folder, { 'conf/config.yaml': `variables: { at: target }\n${config('${at}/')}` });
    const { code, err } = await call(folder, ['publish']);
    expect(code).toBe(2);
    expect(err).toContain('artifacts_path: artifacts/');
    expect(existsSync(join(folder, 'artifacts'))).toBe(false);
    expect((await call(folder, ['publish', '--to', 'elsewhere'])).code).toBe(0);
    expect(current(join(folder, 'elsewhere'))).toMatch(/^[0-9a-f]{64}$/);
  });

  it('refuses a store that this version cannot write to', async () => {
    await lay(folder, { 'conf/config.yaml': config('s3a://lake/target/') });
    const { code, err } = await call(folder, ['publish']);
    expect(code).toBe(2);
    expect(err).toContain('s3a://lake/artifacts/');
    expect((await call(folder, ['publish', '--to', 's3://lake/x/'])).code).toBe(2);
  });

  it('publishes nothing of a project with errors', async () => {
    await lay(folder, { 'schema/tables_schema.yaml': schema.replace('string', 'strnig') });
    expect((await call(folder, ['publish'])).code).toBe(2);
    expect(existsSync(join(folder, 'artifacts'))).toBe(false);
  });
});

describe('--engine spark', () => {
  it('says what to do where there is no Spark, before anything is begun', async () => {
    const env = { PISTEVO_SPARK_SUBMIT: join(folder, 'nothing') };
    for (const words of [
      ['run', 'people'],
      ['rollback', 'people'],
      ['migrate', 'people'],
    ]) {
      const { code, err } = await call(folder, [...words, '--engine', 'spark'], { env });
      expect([code, words[0]]).toEqual([2, words[0]]);
      expect(err).toContain('PISTEVO_SPARK_SUBMIT');
    }
    expect((await call(folder, ['adopt', 'people'], { env })).code).toBe(2);
    expect(existsSync(join(folder, 'artifacts'))).toBe(false);
    expect(existsSync(join(folder, '.pistevo/runs'))).toBe(false);
  });

  it('leaves dry runs to this machine, and other engines to later versions', async () => {
    const dry = await call(folder, ['run', 'people', '--dry-run', '--engine', 'spark']);
    expect([dry.code, dry.err.includes('--engine spark')]).toEqual([2, true]);
    expect((await call(folder, ['run', 'people', '--engine', 'emr'])).code).toBe(2);
  });
});

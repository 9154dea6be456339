import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Ended, runAll } from './command.ts';
import { readTables } from './inspect.ts';

let folder = '';
let root = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pistevo-hostile-'));
  root = join(folder, 'project');
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

interface Hostile {
  readonly dataset?: string;
  readonly path?: string;
  readonly columns?: readonly string[];
  readonly config?: string;
  readonly schema?: string;
  readonly format?: string;
}

/** A project of one dataset `visit (id, note)`, with the hostile part put in. */
async function lay(hostile: Hostile = {}): Promise<void> {
  const dataset = JSON.stringify(hostile.dataset ?? 'visit');
  const columns = hostile.columns ?? ['id', 'note'];
  const config = `target_path: target/\narchive_path: archive/\ntarget_schema: billing\nsources:\n  ${dataset}:\n    path: ${JSON.stringify(hostile.path ?? 'source/visit/')}\n    merge_key: ${JSON.stringify(columns[0])}\n${hostile.format ?? ''}`;
  const schema = `tables:\n  ${dataset}:\n    columns:\n${columns.map((name) => `      ${JSON.stringify(name)}: {type: string}\n`).join('')}`;
  await mkdir(join(root, 'conf'), { recursive: true });
  await mkdir(join(root, 'schema'), { recursive: true });
  await mkdir(join(root, 'source/visit'), { recursive: true });
  await writeFile(join(root, 'conf/config.yaml'), hostile.config ?? config);
  await writeFile(join(root, 'schema/tables_schema.yaml'), hostile.schema ?? schema);
}

async function deliver(name: string, bytes: string | Uint8Array): Promise<void> {
  await writeFile(join(root, 'source/visit', name), bytes);
}

/** All that a user can read of a run. */
function told(ended: Ended): string {
  return `${ended.stderr}\n${ended.events.map((event) => JSON.stringify(event)).join('\n')}`;
}

/** A clear answer: an exit code of the contract, no stack trace, no crash of the process. */
function expectClear(ended: Ended, exitCode: number, words: RegExp): void {
  expect(told(ended)).toMatch(words);
  expect(told(ended)).not.toMatch(/\n\s+at .*:\d+:\d+|RangeError|heap out of memory|is a bug/);
  expect(ended.exitCode).toBe(exitCode);
}

describe('a hostile project file', () => {
  test('an alias bomb is named, not expanded', async () => {
    const levels = Array.from({ length: 9 }, (_, index) => {
      const inner = index === 0 ? 'lol' : `*a${index - 1}`;
      return `  a${index}: &a${index} [${Array(10).fill(inner).join(', ')}]`;
    });
    await lay({ config: `target_schema: billing\nvariables:\n${levels.join('\n')}\nsources: {}\n` });
    expectClear(await runAll(root), 2, /alias/i);
  });

  test('100 MB of YAML is refused by its size', async () => {
    await lay({
      schema: `tables:\n${'  # padding padding padding padding padding padding padding\n'.repeat(1_800_000)}`,
    });
    expectClear(await runAll(root), 2, /tables_schema\.yaml.*(large|size|MiB)/i);
  });

  test('a dataset named ../x is refused', async () => {
    await lay({ dataset: '../x' });
    expectClear(await runAll(root), 2, /\.\.\/x/);
    expect(existsSync(join(folder, 'x'))).toBe(false);
  });

  test('a column with quotes and semicolons is refused by its name', async () => {
    await lay({ columns: ['id', `x"; DROP TABLE billing.visit; --`] });
    expectClear(await runAll(root), 2, /DROP TABLE/);
  });

  test('a prototype name does no harm', async () => {
    await lay({ columns: ['id', '__proto__', 'constructor'] });
    await deliver('a.csv', 'id,__proto__,constructor\n1,x,y\n');
    const ended = await runAll(root);
    expect([0, 2]).toContain(ended.exitCode);
    expect(told(ended)).not.toMatch(/\n\s+at .*:\d+:\d+/);
  });

  test('a source path that climbs out of the project is refused', async () => {
    await mkdir(join(folder, 'elsewhere'), { recursive: true });
    await writeFile(join(folder, 'elsewhere/a.csv'), 'id,note\n1,x\n');
    await lay({ path: '../elsewhere/' });
    expectClear(await runAll(root), 2, /elsewhere/);
    expect(existsSync(join(folder, 'elsewhere/a.csv'))).toBe(true);
  });
});

describe('a hostile source', () => {
  test('a symlink among the files is named and left alone', async () => {
    await lay();
    await writeFile(join(folder, 'secret.csv'), 'id,note\n666,stolen\n');
    await symlink(join(folder, 'secret.csv'), join(root, 'source/visit/link.csv'));
    await deliver('a.csv', 'id,note\n1,x\n');
    const ended = await runAll(root);
    expectClear(ended, 0, /link\.csv/);
    expect((await readTables(root))?.['visit']?.join('')).not.toContain('stolen');
    expect(await readFile(join(folder, 'secret.csv'), 'utf8')).toContain('stolen');
  });

  test('a source folder that is a symlink out of the project is refused', async () => {
    await lay();
    await mkdir(join(folder, 'elsewhere'));
    await writeFile(join(folder, 'elsewhere/a.csv'), 'id,note\n1,x\n');
    await rm(join(root, 'source/visit'), { recursive: true });
    await symlink(join(folder, 'elsewhere'), join(root, 'source/visit'));
    const ended = await runAll(root);
    expect([2, 4]).toContain(ended.exitCode);
    expect(existsSync(join(folder, 'elsewhere/a.csv'))).toBe(true);
  });

  test('100,000 columns are refused with the file named', async () => {
    await lay();
    const header = ['id', ...Array.from({ length: 100_000 }, (_, index) => `c${index}`)].join(',');
    await deliver('wide.csv', `${header}\n${'1,'.repeat(100_000)}1\n`);
    expectClear(await runAll(root), 3, /wide\.csv.*columns/);
    expect(existsSync(join(root, 'source/visit/wide.csv'))).toBe(true);
  });

  test('a field of 10 MB is taken whole', async () => {
    await lay();
    await deliver('big.csv', `id,note\n1,${'x'.repeat(10_000_000)}\n2,"${'y'.repeat(10_000_000)}"\n`);
    const ended = await runAll(root);
    expectClear(ended, 0, /run-ended/);
    const lengths = ((await readTables(root))?.['visit'] ?? []).map((row) => row.length);
    expect(lengths).toHaveLength(2);
    for (const length of lengths) expect(length).toBeGreaterThan(10_000_000);
  });

  test('a record over 16 MiB rejects its file and names the line', async () => {
    await lay();
    await deliver('long.csv', `id,note\n1,x\n2,${'x'.repeat(17 * 1024 * 1024)}\n`);
    expectClear(await runAll(root), 3, /long\.csv.*line 3/);
  });

  test('a quote that never closes names the line where it opened', async () => {
    await lay();
    await deliver('open.csv', 'id,note\n1,x\n2,"never closed\n3,y\n');
    expectClear(await runAll(root), 3, /open\.csv.*line 3/);
  });

  test('NUL bytes are quarantined by line, never by text', async () => {
    await lay({ format: '    expect: {max_bad: 0.5}\n' });
    await deliver('nul.csv', 'id,note\n1,x\n2,a\0hidden\n3,y\n');
    const ended = await runAll(root);
    expectClear(ended, 0, /run-ended/);
    const state = await readTables(root);
    expect(state?.['visit']).toHaveLength(2);
    expect(state?.['visit_quarantine']?.[0]).toContain('malformed:nul');
    expect(JSON.stringify(state)).not.toContain('hidden');
  });

  test('a gzip bomb stops at its bound', async () => {
    await lay();
    await deliver(
      'bomb.csv.gz',
      gzipSync(Buffer.concat([Buffer.from('id,note\n'), Buffer.alloc(300_000_000, '1,x\n')])),
    );
    expectClear(await runAll(root), 3, /bomb\.csv\.gz.*(expand|max_expansion)/);
  }, 120_000);

  test('a file that only calls itself gzip is refused', async () => {
    await lay();
    await deliver('plain.csv.gz', 'id,note\n1,x\n');
    expectClear(await runAll(root), 3, /plain\.csv\.gz.*gzip/);
  });

  test('hostile names and values stay text', async () => {
    await lay();
    const name = `a'; DROP TABLE x; --\u001b[31m$(id).csv`;
    await deliver(name, `id,note\n1,"'); DROP TABLE billing.visit; --"\n2,<img src=x onerror=alert(1)>\n`);
    const ended = await runAll(root);
    expect(ended.exitCode).toBe(0);
    expect((await readTables(root))?.['visit']).toHaveLength(2);
    expect(ended.stderr).not.toContain('\u001b[31m$(id)');
    expect(await readdir(join(root, 'source/visit'))).toEqual([]);
  });
});

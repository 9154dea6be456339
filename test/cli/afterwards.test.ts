import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleFiles } from '../../cli/init/example-files.ts';
import { builtCommandLine, call, emptyFolder, lay } from './command-line.ts';

let commandLine: string;
let folder: string;
beforeAll(async () => {
  commandLine = await builtCommandLine();
  folder = await emptyFolder();
  await lay(folder, exampleFiles);
  await call(folder, ['run', '--all']);
});

describe('pistevo history', () => {
  it('lists runs, of one dataset when asked, and as JSON', async () => {
    const all = await call(folder, ['history']);
    expect(all.code).toBe(0);
    expect(all.out.trimEnd().split('\n')).toHaveLength(4);
    const one = JSON.parse((await call(folder, ['history', 'loan', '--json'])).out);
    expect(one).toHaveLength(1);
    expect(one[0]).toMatchObject({ dataset: 'loans', status: 'succeeded', counts: { records: 7 } });
    expect((await call(folder, ['history', '--limit', '1'])).err).toContain('2 older runs are left out');
  });

  it('says how a first run is made, and when a dataset has none', async () => {
    const fresh = await emptyFolder();
    await call(fresh, ['init']);
    expect((await call(fresh, ['history'])).out).toContain('pistevo run --all');
    expect((await call(folder, ['history', 'nothing'])).code).toBe(2);
  });

  it('survives a reader that closes the pipe', async () => {
    const child = spawn(process.execPath, [commandLine, 'history', '--json'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let err = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      err += text;
    });
    child.stdout.destroy();
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(0);
    expect(err).toBe('');
  });
});

describe('pistevo report', () => {
  it('draws the last run, or the one that is named, from its folder', async () => {
    const latest = await call(folder, ['report']);
    expect(latest.code).toBe(0);
    expect(latest.out).toMatch(/^loans: succeeded in/);
    expect((await call(folder, ['report', 'book'])).out).toMatch(/^books: succeeded in/);
    const json = JSON.parse((await call(folder, ['report', 'latest', '--format', 'json'])).out);
    expect(json).toMatchObject({ v: 1, dataset: 'loans', counts: { records: 7, malformed: 1 } });
    const cost = json.rules.find((rule: { id: string }) => rule.id === 'cast:fee');
    const schema = readFileSync(join(folder, 'schema/tables_schema.yaml'), 'utf8').split('\n');
    expect(schema.slice(cost.originLine - 1, cost.originLine + 1).join('\n')).toContain('double');
    expect(json.files[0].archivedTo).toMatch(/^archive\/loans\/.*\/loans_1\.csv$/);
    expect(readFileSync(join(folder, json.files[0].archivedTo), 'utf8')).toContain('loan_id');
  });

  it('writes a page', async () => {
    const { code, err } = await call(folder, ['report', 'loans', '--format', 'html', '--output', 'r.html']);
    expect(code).toBe(0);
    expect(err).toContain('Wrote r.html');
    expect(readFileSync(join(folder, 'r.html'), 'utf8')).toContain('references:');
  });

  it('names runs that are meant when a part fits several, and none', async () => {
    expect((await call(folder, ['report', '20'])).err).toContain('fits 3 runs');
    const none = await call(folder, ['report', 'nothing']);
    expect(none.code).toBe(2);
    expect(none.err).toContain('There is no run `nothing`');
  });
});

describe('pistevo doctor', () => {
  it('finds a sound project sound', async () => {
    const { code, out } = await call(folder, ['doctor']);
    expect(code).toBe(0);
    expect(out).toMatch(/^ok +engine +local, DuckDB v/m);
    expect(out).toMatch(/^ok +runs +3 runs are kept, 0 going on/m);
    expect(out).not.toMatch(/^problem/m);
  });

  it('ends with 2 and says what to do where there is no project', async () => {
    const { code, out } = await call(await emptyFolder(), ['doctor']);
    expect(code).toBe(2);
    expect(out).toMatch(/^problem +project +No project is here/m);
    expect(out).toMatch(/^ok +node/m);
  });
});

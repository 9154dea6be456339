import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { builtCommandLine, call, caller, emptyFolder, lay } from './command-line.ts';

let spawned: ReturnType<typeof caller>;
beforeAll(async () => {
  spawned = caller(await builtCommandLine());
});

describe('pistevo', () => {
  it('tells its version and its commands', async () => {
    const folder = await emptyFolder();
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(await spawned(folder, ['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' });
    const help = await call(folder, ['--help']);
    expect(help.code).toBe(0);
    expect(help.out).toContain('Examples:');
    expect((await call(folder, ['run', '--help'])).out).toContain('--max-parallel <count>');
  });

  it.each([
    [['rnu'], 'Did you mean run?'],
    [['run', '--al'], 'Did you mean --all?'],
    [['check', '--format', 'xml'], 'Allowed choices are text, json, sarif, junit, github'],
    [['history', '--limit', '0'], 'Give a whole number from 1'],
    [['plan'], "missing required argument 'dataset'"],
    [['plan', 'a', 'b'], 'too many arguments'],
  ])('answers a mistyped `%s` with exit code 2 and a hint', async (args, hint) => {
    const answer = await call(await emptyFolder(), args);
    expect(answer.code).toBe(2);
    expect(answer.out).toBe('');
    expect(answer.err).toContain(hint);
    expect(answer.err).not.toMatch(/\n\s+at /);
  });

  it('says how to begin where no project is, and which half of one is missing', async () => {
    const folder = await emptyFolder();
    const none = await call(folder, ['check']);
    expect(none.code).toBe(2);
    expect(none.err).toContain('`pistevo init`');
    await lay(folder, { 'conf/config.yaml': 'sources: {}\n' });
    const half = await call(folder, ['check']);
    expect(half.code).toBe(2);
    expect(half.err).toContain('`schema/tables_schema.yaml` is missing');
    const named = await call(folder, ['check', '--project', 'conf']);
    expect(named.code).toBe(2);
    expect(named.err).toContain('`conf` is not a project');
  });

  it('finds the project from a folder inside it, and by --project from outside, with paths that lead there', async () => {
    const folder = await emptyFolder();
    await call(folder, ['init', 'p']);
    await lay(folder, { 'p/schema/tables_schema.yaml': 'tables:\n  t:\n    colums: {}\n' });
    const inside = await call(join(folder, 'p', 'conf'), ['check']);
    expect(inside.out).toContain('../schema/tables_schema.yaml:');
    const outside = await call(folder, ['check', '--project', 'p']);
    expect(outside.out).toContain('p/schema/tables_schema.yaml:');
    expect(outside.code).toBe(2);
  });

  it('makes no control character of an argument act', async () => {
    const answer = await spawned(await emptyFolder(), ['\u001b[31mred']);
    expect(answer.code).toBe(2);
    expect(answer.err).toContain('\\u{1b}[31mred');
    expect(answer.err).not.toContain('\u001b[31m');
  });

  it('colours only where it is asked to', async () => {
    const folder = await emptyFolder();
    const forced = { FORCE_COLOR: '1' };
    expect((await spawned(folder, ['check'], { env: forced })).err).toContain('\u001b[');
    expect((await spawned(folder, ['check', '--no-color'], { env: forced })).err).not.toContain('\u001b[');
    expect((await spawned(folder, ['check'], { env: { ...forced, NO_COLOR: '1' } })).err).not.toContain(
      '\u001b[',
    );
    expect((await spawned(folder, ['check'])).err).not.toContain('\u001b[');
  });
});

describe('pistevo init', () => {
  it.each([[[] as string[]], [['--example']]])('writes a project without errors %s', async (options) => {
    const folder = await emptyFolder();
    const made = await call(folder, ['init', ...options]);
    expect(made.code).toBe(0);
    expect(made.out).toContain('wrote conf/config.yaml');
    const checked = await call(folder, ['check']);
    expect(checked.err).not.toContain('error');
    expect(checked.code).toBe(0);
  });

  it('overwrites nothing, and writes nothing when something is there', async () => {
    const folder = await emptyFolder();
    await lay(folder, { 'schema/tables_schema.yaml': 'mine\n' });
    await mkdir(join(folder, 'conf'));
    const refused = await call(folder, ['init']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('nothing is overwritten');
    expect(readFileSync(join(folder, 'schema/tables_schema.yaml'), 'utf8')).toBe('mine\n');
    expect(refused.out).toBe('');
  });
});

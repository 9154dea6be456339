import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { exampleFiles } from '../../cli/init/example-files.ts';
import { call, emptyFolder, lay } from './command-line.ts';

let folder: string;
beforeAll(async () => {
  folder = await emptyFolder();
  await lay(folder, exampleFiles);
  await call(folder, ['run', '--all']);
});

describe('pistevo explain', () => {
  it('goes from file and line down to the line of YAML that asked for it, and the value that broke it', async () => {
    const { code, out } = await call(folder, ['explain', 'loans_1.csv:6']);
    expect(code).toBe(0);
    expect(out).toContain('It was quarantined');
    const schema = readFileSync(join(folder, 'schema/tables_schema.yaml'), 'utf8').split('\n');
    const line = Number(/asked for at schema\/tables_schema\.yaml:(\d+)/.exec(out)?.[1]);
    expect(schema[line - 1]).toContain('type: double');
    expect(out).toMatch(/fee {2}"free"/);
    expect(out).toContain('pistevo reprocess loans --quarantined');
  });

  it('tells what became of a record that came through, and of one that did not win', async () => {
    expect((await call(folder, ['explain', 'loans_1.csv:2'])).out).toContain('It was inserted');
    expect((await call(folder, ['explain', 'source/readers/readers_1.csv:3'])).out).toContain(
      'readers_1.csv:5',
    );
    expect((await call(folder, ['explain', 'loans_1.csv:7'])).out).toContain('malformed:fields');
    const orphan = await call(folder, ['explain', 'loans_1.csv:4', '--dataset', 'loan']);
    expect(orphan.out).toContain('once its parent is there');
  });

  it('shows no value of a column that is masked or tagged as personal', async () => {
    const { out } = await call(folder, ['explain', 'readers_1.csv:6', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      dataset: 'readers',
      fate: { kind: 'quarantined' },
      staged: { full_name: null },
    });
    expect(out).not.toContain('Nobody');
  });

  it.each([
    ['loans_1.csv', 2, 'write it as file:line'],
    ['loans_1.csv:0', 2, 'write it as file:line'],
    ['nowhere.csv:3', 4, 'No run of any dataset has read a file named `nowhere.csv`'],
    ['loans_1.csv:1', 4, 'before its first record'],
  ])('answers `%s` with %i', async (place, exitCode, hint) => {
    const { code, err } = await call(folder, ['explain', place]);
    expect(code).toBe(exitCode);
    expect(err).toContain(hint);
  });

  it('explains records of a delivery that was rejected, from the report of its run', async () => {
    const other = await emptyFolder();
    const { 'conf/config.yaml': config = '', ...files } = exampleFiles;
    await lay(other, { ...files, 'conf/config.yaml': config.replaceAll(/max_bad: 0\.\d/g, 'max_bad: 0.01') });
    expect((await call(other, ['run', 'books'])).code).toBe(3);
    const { code, out } = await call(other, ['explain', 'books_1.csv:5']);
    expect(code).toBe(0);
    expect(out).toContain('seen by a run that rejected its delivery');
    expect(out).toContain("pattern: '[0-9]{13}'");
  });
});

describe('pistevo preview', () => {
  it('shows the target, the staged strings and the quarantine', async () => {
    const target = await call(folder, ['preview', 'loans', '--rows', '2']);
    expect(target.out.trimEnd().split('\n')).toHaveLength(3);
    expect(target.err).toMatch(/2 of 3 rows of `library\.loans`/);
    const staged = await call(folder, ['preview', 'loans', '--stage', '--json']);
    expect(
      staged.out
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line).fee),
    ).toContain('free');
    expect((await call(folder, ['preview', 'loans', '--quarantine'])).out).toContain('references:reader_id');
    expect((await call(folder, ['preview', 'readers'])).out).not.toContain('Ada');
  });

  it('says how a table is made that is not there yet', async () => {
    const fresh = await emptyFolder();
    await lay(fresh, exampleFiles);
    const { code, err } = await call(fresh, ['preview', 'loans']);
    expect(code).toBe(4);
    expect(err).toContain('`pistevo run loans` makes it');
    expect((await call(fresh, ['preview', 'loans', '--stage', '--quarantine'])).code).toBe(2);
  });
});

describe('pistevo reprocess, rollback and migrate', () => {
  it('bring quarantined records through once the rule is mended, undo it, and change the table', async () => {
    const other = await emptyFolder();
    await lay(other, exampleFiles);
    await call(other, ['run', '--all']);
    const file = join(other, 'schema/tables_schema.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace("pattern: '[0-9]{13}'", "pattern: '[0-9]{5,13}'"));
    const again = await call(other, ['reprocess', 'books', '--quarantined']);
    expect(again.code).toBe(0);
    expect((await call(other, ['preview', 'books'])).out).toContain('Half a Number');

    const undone = await call(other, ['rollback', 'book']);
    expect(undone.code).toBe(0);
    expect(undone.out).toMatch(/`books` has 4 rows now/);
    const tooOften = await call(other, ['rollback', 'books', '--commits', '5']);
    expect(tooOften.code).toBe(4);
    expect(tooOften.err).toContain('`books` has no commit to undo');
    expect(readdirSync(join(other, 'archive/books'))).toHaveLength(1);

    writeFileSync(file, text.replace('      city:\n', '      town:\n        rename_from: city\n'));
    expect((await call(other, ['migrate', 'readers'])).out).toContain('Renamed `city` to `town`.');
    expect((await call(other, ['migrate', 'readers'])).err).toContain('nothing was changed');
    expect((await call(other, ['preview', 'readers'])).out).toContain('town');
  });

  it.each([
    [['reprocess', 'books'], 'Say which originals are read again'],
    [['reprocess', 'books', '--run', 'x', '--file', 'y'], 'Choose one of'],
    [['reprocess', 'books', '--file', 'y', '--rebuild'], '`--rebuild` reads every original'],
    [['reprocess', 'books', '--since', '2026-02-30'], 'is not a day'],
  ])('answers `%s` with a usage error', async (args, hint) => {
    const { code, err } = await call(folder, args);
    expect(code).toBe(2);
    expect(err).toContain(hint);
  });
});

import { readFileSync } from 'node:fs';
import { chmod, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { call, emptyFolder, lay } from './command-line.ts';

const tidy = 'select\n  1;\n';
let folder: string;

function text(file: string): string {
  return readFileSync(join(folder, file), 'utf8');
}

beforeEach(async () => {
  folder = await emptyFolder();
  await lay(folder, {
    'conf/config.yaml': 'sources:\n  orders:\n      path:   in/\n      load: append\n',
    'schema/tables_schema.yaml': 'tables:\n  orders:\n    columns:\n      id: {type: string}\n',
    'sql_scripts/late.sql': 'select a, b from t -- late\n;\nselect 1 );\n',
    'sql_scripts/tidy.sql': tidy,
  });
});

describe('pistevo format', () => {
  it('formats YAML and SQL, names what it left alone, and has nothing to do afterwards', async () => {
    await chmod(join(folder, 'sql_scripts/late.sql'), 0o640);
    const first = await call(folder, ['format']);
    expect(first.code).toBe(0);
    expect(first.out.trim().split('\n')).toEqual([
      'formatted conf/config.yaml',
      'formatted sql_scripts/late.sql',
    ]);
    expect(first.err).toMatch(
      /sql_scripts\/late\.sql:3:1 this statement stays as it is: its syntax is broken\./,
    );
    expect(text('sql_scripts/late.sql')).toBe('select\n  a,\n  b\nfrom\n  t -- late\n;\n\nselect 1 );\n');
    expect(text('conf/config.yaml')).toContain('  orders:\n    path: in/\n');
    expect((await stat(join(folder, 'sql_scripts/late.sql'))).mode & 0o777).toBe(0o640);
    expect((await call(folder, ['format'])).out).toBe('');
    expect((await call(folder, ['format', '--check'])).code).toBe(0);
  });

  it('changes nothing with --check, lists files and ends with 1', async () => {
    const before = text('sql_scripts/late.sql');
    const { code, out } = await call(folder, [
      'format',
      '--check',
      'sql_scripts/late.sql',
      'sql_scripts/tidy.sql',
    ]);
    expect([code, out.trim()]).toEqual([1, 'sql_scripts/late.sql']);
    expect(text('sql_scripts/late.sql')).toBe(before);
  });

  it('refuses files that are none of the project', async () => {
    const { code, err } = await call(folder, ['format', 'package.json']);
    expect(code).toBe(2);
    expect(err).toContain('sql_scripts/tidy.sql');
  });
});

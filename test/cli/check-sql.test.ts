import { beforeAll, describe, expect, it } from 'vitest';
import { wellFormed } from '../core/report/well-formed.ts';
import { call, emptyFolder, lay } from './command-line.ts';

const config =
  'target_path: target/\ntarget_schema: shop\nsources:\n  orders:\n    path: source/orders/\n    merge_key: order_id\n    cdc_key: ""\n';
const schema = 'tables:\n  orders:\n    columns:\n      order_id: { type: string, required: true }\n';
const broken =
  '-- 😀 Which orders are late\nSELECT order_id FROM orders;\n\nSELECT order_id\nFROM orders GROUP order_id;\n';

let folder: string;
beforeAll(async () => {
  folder = await emptyFolder();
  await lay(folder, {
    'conf/config.yaml': config,
    'schema/tables_schema.yaml': schema,
    'sql_scripts/late.sql': broken,
    'sql_scripts/notes.txt': 'no SQL at all',
  });
});

describe('pistevo check of SQL', () => {
  it('tells mistakes of syntax with file, line and column, and ends with 2', async () => {
    const { code, out, err } = await call(folder, ['check', '--no-probe']);
    expect(code).toBe(2);
    expect(out).toMatch(/^sql_scripts\/late\.sql:5:19 error sql-syntax /m);
    expect(out.match(/sql-syntax/g)).toHaveLength(1);
    expect(err).toMatch(/1 error.* in 1 dataset and 1 script/);
  });

  it('writes them in every format', async () => {
    const print = async (format: string) =>
      (await call(folder, ['check', '--no-probe', '--format', format])).out;
    expect(JSON.parse(await print('json')).findings).toContainEqual(
      expect.objectContaining({ code: 'sql-syntax', line: 5, column: 19 }),
    );
    const sarif = JSON.parse(await print('sarif'));
    expect(sarif.runs[0].results.map(({ ruleId }: { ruleId: string }) => ruleId)).toContain('sql-syntax');
    const junit = await print('junit');
    expect(() => wellFormed(junit)).not.toThrow();
    expect(junit).toContain('sql_scripts/late.sql');
    expect(await print('github')).toContain('file=sql_scripts/late.sql,line=5,');
  });

  it('weighs and leaves out what the settings say', async () => {
    await lay(folder, { 'conf/config.yaml': `${config}lint: {severity: {sql-syntax: warning}}\n` });
    const weighed = await call(folder, ['check', '--no-probe']);
    expect(weighed.code).toBe(0);
    expect(weighed.out).toMatch(/late\.sql:5:19 warning sql-syntax/);
    await lay(folder, { 'conf/config.yaml': `${config}lint: {ignore: [sql_scripts/la*.sql]}\n` });
    expect((await call(folder, ['check', '--no-probe'])).out).not.toContain('sql-syntax');
    await lay(folder, { 'conf/config.yaml': config });
  });

  it('reads as the Spark of the project reads', async () => {
    await lay(folder, { 'sql_scripts/late.sql': 'FROM orders |> WHERE order_id > 1;\n' });
    expect((await call(folder, ['check', '--no-probe'])).out).toContain('sql-syntax');
    await lay(folder, {
      'conf/config.yaml': `${config}spark: {version: "4.0"}\n`,
      'sql_scripts/late.sql': 'SELECT order_id::INT FROM orders;\n',
    });
    expect((await call(folder, ['check', '--no-probe'])).out).not.toContain('sql-syntax');
    await lay(folder, { 'conf/config.yaml': config, 'sql_scripts/late.sql': broken });
  });

  it('lets runs and plans alone, which read no SQL', async () => {
    expect((await call(folder, ['plan', 'orders'])).code).toBe(0);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { wellFormed } from '../core/report/well-formed.ts';
import { call, emptyFolder, lay } from './command-line.ts';

let folder: string;
beforeAll(async () => {
  folder = await emptyFolder();
  await lay(folder, {
    'conf/config.yaml': [
      'target_path: target/',
      'target_schema: shop',
      'environments:',
      '  local: {}',
      '  production: {}',
      'sources:',
      '  orders:',
      '    path: source/orders/',
      '    merge_key: ordr_id',
      '    cdc_key: ""',
      '  items:',
      '    path: source/items/',
      '    merge_key: item_id',
      '    cdc_key: ""',
      '',
    ].join('\n'),
    'schema/tables_schema.yaml': [
      'tables:',
      '  orders:',
      '    columns:',
      '      order_id: { type: string, required: true }',
      '  items:',
      '    columns:',
      '      item_id: { type: string, required: true }',
      '',
    ].join('\n'),
  });
});

describe('pistevo check', () => {
  it('prints findings as problem matchers read them, and ends with 2 for an error', async () => {
    const { code, out, err } = await call(folder, ['check']);
    expect(code).toBe(2);
    expect(out).toMatch(/^conf\/config\.yaml:9:16 error [a-z-]+ .*ordr_id.*order_id/m);
    for (const line of out.trimEnd().split('\n'))
      expect(line).toMatch(/^[^:]+:\d+:\d+ (error|warning|info|hint) [a-z-]+ .+/);
    expect(err).toMatch(/1 error.* in 2 datasets/);
  });

  it('passes when only another dataset is broken', async () => {
    expect((await call(folder, ['check', 'item'])).code).toBe(0);
    expect((await call(folder, ['check', 'orders'])).code).toBe(2);
  });

  it.each(['json', 'sarif', 'junit', 'github'])('prints %s and nothing else on stdout', async (format) => {
    const { code, out, err } = await call(folder, ['check', '--format', format]);
    expect(code).toBe(2);
    expect(err).toBe('');
    expect(out).toContain('ordr_id');
    if (format === 'json' || format === 'sarif') expect(() => JSON.parse(out)).not.toThrow();
    if (format === 'junit') expect(wellFormed(out.trim())).toMatchObject({ testsuites: 1, failure: 1 });
    if (format === 'github') expect(out).toMatch(/^::error file=conf\/config\.yaml,line=9,/m);
  });

  it('writes to a file instead, and names a folder that is not there', async () => {
    const { out, err } = await call(folder, ['check', '--format', 'junit', '--output', 'junit.xml']);
    expect(out).toBe('');
    expect(err).toContain('Wrote junit.xml');
    expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('<testsuites');
    const nowhere = await call(folder, ['check', '--output', 'no/where.txt']);
    expect(nowhere.code).toBe(2);
    expect(nowhere.err).toContain('`no/where.txt` cannot be written (ENOENT)');
  });

  it('suggests the environment and the dataset that a mistyped name means', async () => {
    const environment = await call(folder, ['check', '-e', 'prodution']);
    expect(environment.code).toBe(2);
    expect(environment.err).toContain('did you mean `production`?');
    const dataset = await call(folder, ['check', 'oders']);
    expect(dataset.code).toBe(2);
    expect(dataset.err).toContain('did you mean `orders`?');
    expect((await call(folder, ['check', '--var', 'novalue'])).err).toContain('--var name=value');
  });

  it('names a file that is not UTF-8', async () => {
    const other = await emptyFolder();
    await call(other, ['init']);
    const { writeFile } = await import('node:fs/promises');
    await writeFile(join(other, 'conf/config.yaml'), Buffer.from([0x61, 0xff, 0x0a]));
    const { code, err } = await call(other, ['check']);
    expect(code).toBe(2);
    expect(err).toContain('`conf/config.yaml` is not UTF-8');
  });
});

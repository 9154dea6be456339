import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { inferTable } from '../../../engine/probe/infer-table.ts';
import { inferTables } from '../../../engine/probe/infer-tables.ts';
import type { InferredTable } from '../../../engine/probe/inferred-table.ts';
import { temporaryFolder } from '../files/temporary-folder.ts';

async function infer(
  files: Readonly<Record<string, string | Buffer>>,
  options = {},
): Promise<InferredTable[]> {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const tables = await inferTables(
    Object.keys(files).map((name) => join(folder, name)),
    options,
  );
  return tables.map((table) => {
    if (table.kind !== 'table') throw new Error(table.message);
    return table;
  });
}

/** One column `x` beside an id, from a list of values. */
async function column(values: readonly string[], name = 'x', table = 'things.csv') {
  const text = `id,${name}\n${values.map((value, index) => `${index + 1},${value}`).join('\n')}\n`;
  const [found] = await infer({ [table]: text });
  return found!.columns[1]!;
}
const cycle = (values: readonly string[], count = 100) =>
  Array.from({ length: count }, (_, index) => values[index % values.length]!);

test.each([
  [['1', '-2', '30'], 'int'],
  [['1', '3000000000'], 'bigint'],
  [['1', '99999999999999999999'], 'string'],
  [['1', '2.5'], 'double'],
  [['1e3', '2.5'], 'double'],
  [['1234567890123456.25', '2.5'], 'decimal(38,2)'],
  [['true', 'FALSE', 'yes'], 'boolean'],
  [['F', 'F'], 'string'],
  [['Y', 'N'], 'boolean'],
  [['0', '1'], 'int'],
  [['007', '123'], 'string'],
  [['a', '1'], 'string'],
  [['2024-01-31', '2023-12-01'], 'date'],
  [['2024-01-31T10:00:00Z', '2024-01-31 10:00'], 'timestamp'],
  [['2024-01-31', '2024-01-31T10:00:00+02:00'], 'timestamp'],
  [['', ''], 'string'],
] as const)('reads %j as %s', async (values, type) => {
  expect((await column(cycle(values))).type).toBe(type);
});

test.each([
  [['31.12.2024', '1.2.2024'], ['d.M.yyyy']],
  [['2024/12/31'], ['yyyy/M/d']],
  [['31-Dec-2024'], ['d-MMM-yyyy']],
  [['25/12/2024', '1/2/2024'], ['d/M/yyyy']],
  [['12/25/2024', '2024-12-25'], []],
  [
    ['12/25/2024', '25.12.2024'],
    ['M/d/yyyy', 'd.M.yyyy'],
  ],
])('finds the formats of %j', async (values, formats) => {
  const found = await column(cycle(values));
  expect([found.type, found.formats, found.notes]).toEqual(['date', formats, []]);
});

test('takes eight bare digits for a date only in a column named so', async () => {
  expect((await column(cycle(['20241231', '20250101']), 'service_date')).formats).toEqual(['yyyyMMdd']);
  expect((await column(cycle(['20241231', '20250101']), 'batch')).type).toBe('int');
});

test('reads local timestamps with a day and a time', async () => {
  const found = await column(cycle(['12/31/2024 23:59', '1/2/2024 00:00']));
  expect([found.type, found.formats]).toEqual(['timestamp', ['M/d/yyyy HH:mm']]);
});

test('says when day and month cannot be told apart, or are mixed', async () => {
  const open = await column(cycle(['1/2/2024', '3/4/2024']));
  expect(open.notes.join()).toContain('No value tells whether it is `M/d/yyyy` or `d/M/yyyy`');
  const mixed = await column([...cycle(['12/25/2024'], 98), '25/12/2024', '26/12/2024']);
  expect(mixed.notes.join()).toContain('some fit only `d/M/yyyy`');
  expect(mixed.notes.join()).toContain('2 of 100 values');
  expect(mixed.formats).toEqual([]);
});

test('keeps a type that nearly all values fit, and tells how many do not', async () => {
  const found = await column([...cycle(['1', '2'], 98), 'x', 'y']);
  expect([found.type, found.isRequired]).toEqual(['int', false]);
  expect(found.notes).toEqual(['2 of 100 values are no int: a run sets their records aside.']);
  expect((await column([...cycle(['1', '2'], 90), ...cycle(['x'], 10)])).type).toBe('string');
  expect((await column([...cycle(['1', '2'], 98), 'x', 'y'], 'insurance_id')).type).toBe('string');
});

test.each(['zip', 'phone_number', 'diagnosis_code', 'npi', 'ssn'])(
  'keeps the digits of %s a string',
  async (name) => {
    expect((await column(cycle(['12345', '67890']), name)).type).toBe('string');
  },
);

test('reads whole sums of money as doubles, and list positions as ints', async () => {
  expect((await column(cycle(['1', '20']), 'paid_amount')).type).toBe('double');
  expect((await column(cycle(['1', '2']), 'diagnosis_ref1')).type).toBe('int');
});

test('takes words for nothing out of typed columns, and leaves them in strings', async () => {
  const [typed] = await infer({
    'a.csv': `id,x\n${cycle(['1', 'N/A', 'NULL'])
      .map((value, index) => `${index},${value}`)
      .join('\n')}\n`,
  });
  expect([typed?.columns[1]?.type, typed?.columns[1]?.isRequired, typed?.format.nullValues]).toEqual([
    'int',
    false,
    ['N/A', 'NULL'],
  ]);
  const text = await column(cycle(['small', 'unknown']));
  expect([text.type, text.validValues]).toEqual(['string', ['small', 'unknown']]);
});

test('lists allowed values only where all of them have likely been seen', async () => {
  const visits = await column(cycle(['routine', 'surgery', 'Surgery', 'surgery']), 'visit_type');
  expect(visits.validValues).toEqual(['routine', 'surgery']);
  const rare = await column([...cycle(['a', 'b'], 99), 'c'], 'kind');
  expect(rare.validValues).toBeNull();
  for (const [values, name] of [
    [cycle(['a', 'b'], 20), 'kind'],
    [cycle(['MA', 'NY']), 'state'],
    [cycle(['a'], 100), 'kind'],
    [cycle(['I10', 'E11']), 'kind'],
    [cycle(['x', 'y']), 'plan_id'],
  ] as const) {
    expect([name, (await column(values, name)).validValues]).toEqual([name, null]);
  }
});

test('requires a column that is never blank in enough records', async () => {
  expect((await column(cycle(['1', '2']))).isRequired).toBe(true);
  expect((await column(cycle(['1', '2'], 50))).isRequired).toBe(false);
  expect((await column([...cycle(['1', '2'], 100), ' '])).isRequired).toBe(false);
});

const people = `patient_id,first_name,last_name,birth_date,ssn,contact,address,city,last_modified_date\n${Array.from(
  { length: 120 },
  (_, index) =>
    `P${index},Ann,Lee,1980-01-0${(index % 9) + 1},123-45-${1000 + index},a${index}@example.org,${index} Main St,Boston,2024-01-0${(index % 9) + 1}`,
).join('\n')}\n`;

test('proposes masks for personal data by name and by shape, and tells the type without the mask', async () => {
  const [table] = await infer({ 'patients.csv': people });
  const masked = table!.columns
    .filter(({ isMasked }) => isMasked)
    .map(({ name, pii, type }) => [name, pii, type]);
  expect(masked).toEqual([
    ['first_name', 'name', 'string'],
    ['last_name', 'name', 'string'],
    ['birth_date', 'birth_date', 'string'],
    ['ssn', 'ssn', 'string'],
    ['contact', 'email', 'string'],
    ['address', 'address', 'string'],
  ]);
  expect(table!.columns[3]?.notes).toEqual(['Without the mask it would be `type: date`.']);
  expect([table!.key, table!.cdc]).toEqual([['patient_id'], 'last_modified_date']);
});

test('takes names and addresses of organisations for nobody’s', async () => {
  const [table] = await infer({ 'organizations.csv': 'id,name,address,phone\n1,A,B,617-555-0100\n' });
  expect(table!.columns.some(({ pii }) => pii !== null)).toBe(false);
});

test('finds references by name and by values, and never to a key that is not one', async () => {
  const claims = Array.from(
    { length: 200 },
    (_, index) => `C${index},P${index % 120},uuid-${index % 40},${index % 5}`,
  ).join('\n');
  const places = Array.from({ length: 60 }, (_, index) => `uuid-${index},x`).join('\n');
  const [claim] = await infer({
    'claims.csv': `claim_id,patient_id,seen_at,level\n${claims}\n`,
    'patients.csv': people,
    'places.csv': `place_id,note\n${places}\n`,
  });
  const references = Object.fromEntries(claim!.columns.map(({ name, references }) => [name, references]));
  expect(references).toEqual({
    claim_id: null,
    patient_id: { table: 'patients', column: 'patient_id' },
    seen_at: { table: 'places', column: 'place_id' },
    level: null,
  });
  expect(claim!.columns[2]?.notes).toEqual([
    'Its values are all found in `places`; its name does not say so.',
  ]);
});

test('lets a few orphans pass where the name says it all, and counts them', async () => {
  const claims = Array.from(
    { length: 200 },
    (_, index) => `C${index},${index === 7 ? 'gone' : `P${index % 120}`}`,
  ).join('\n');
  const [claim] = await infer({ 'claims.csv': `claim_id,patient_id\n${claims}\n`, 'patients.csv': people });
  expect(claim!.columns[1]?.references).toEqual({ table: 'patients', column: 'patient_id' });
  expect(claim!.columns[1]?.notes).toEqual(['1 of its distinct values are not in `patients.patient_id`.']);
});

test('takes a named key that repeats a little, a lone unique column with a doubt, and no key where none is', async () => {
  const rows = Array.from({ length: 100 }, (_, index) => `K${index === 50 ? 49 : index},${index}`).join('\n');
  const [repeated] = await infer({ 'claims.csv': `claim_id,n\n${rows}\n` });
  expect([repeated!.key, repeated!.notes[0]]).toEqual([
    ['claim_id'],
    'Key `claim_id` repeats in 1 of 100 records: later ones win.',
  ]);
  const [doubtful] = await infer({ 'x.csv': 'colour,n\nred,1\nblue,1\n' });
  expect([doubtful!.key, doubtful!.notes[0]]).toEqual([
    ['colour'],
    expect.stringContaining('ask the sender'),
  ]);
  const [none] = await infer({ 'x.csv': 'a,b\n1,1\n1,2\n2,1\n2,2\n' });
  expect([none!.key, none!.notes[0]]).toEqual([[], expect.stringContaining('set `merge_key`')]);
});

test.each([
  ['semicolons', 'a;b\n"1;2";3\n4;5\n', { delimiter: ';', quote: '"', hasHeader: true }],
  ['tabs', 'a\tb\n1, 2\t3\n', { delimiter: '\t', hasHeader: true }],
  ['pipes', 'a|b\n1|3\n2|4\n', { delimiter: '|' }],
  ['single quotes', "a,b\n'1,2',3\n'4,5',6\n", { delimiter: ',', quote: "'" }],
  ['quotes that quote nothing', 'a,b\n5" pipe,1\n6,2\n', { delimiter: ',', quote: '' }],
  ['no header', '1,2024-01-01,x\n2,2024-01-02,y\n', { hasHeader: false }],
  ['one column', 'name\nx\ny\n', { delimiter: ',', hasHeader: true }],
  ['years for names', 'region,2023,2024\nnorth,1,2\nsouth,3,4\n', { hasHeader: false }],
])('detects %s', async (_, text, format) => {
  const [table] = await infer({ 'a.csv': text });
  expect(table!.format).toMatchObject(format);
});

test.each([
  ['utf-8', Buffer.from('a,b\né,😀\n')],
  ['utf-8', Buffer.from('\ufeffa,b\né,1\n')],
  ['utf-16', Buffer.from('\ufeffa,b\né,1\n', 'utf16le')],
  ['utf-16', Buffer.from('name,b\nx,1\n', 'utf16le')],
  ['windows-1252', Buffer.from('a,b\n\xe9\x93,1\n', 'latin1')],
  ['iso-8859-1', Buffer.from('a,b\n\xe9\x81,1\n', 'latin1')],
] as const)('detects %s', async (encoding, bytes) => {
  const [table] = await infer({ 'a.csv': bytes });
  expect([table!.format.encoding, table!.malformed]).toEqual([encoding, 0]);
});

test('reads gzip, whatever its name', async () => {
  const text = `id;n\n${Array.from({ length: 60_000 }, (_, index) => `${index};${(index * 7919) % 100_003}`).join('\n')}\n`;
  const tables = await infer({ 'a.csv.gz': gzipSync(text), 'b.csv': gzipSync(text) });
  expect(tables.map(({ records, format }) => [records, format.delimiter, format.compression])).toEqual([
    [60_000, ';', 'auto'],
    [60_000, ';', 'gzip'],
  ]);
});

test('names columns that have no valid name, and remembers the header', async () => {
  const [table] = await infer({ 'a.csv': 'Claim Id,Größe (cm),,2nd,claim_id\n1,2,3,4,5\n' });
  expect(table!.columns.map(({ name, header }) => [name, header])).toEqual([
    ['Claim_Id_2', 'Claim Id'],
    ['Gro_e_cm', 'Größe (cm)'],
    ['column_2nd', '2nd'],
    ['claim_id', 'claim_id'],
  ]);
});

test('names the dataset after the file, and tells namesakes apart', async () => {
  const tables = await infer({
    'Claims 2024-01-31.csv': 'a\n1\n',
    'claims_20240201.csv.gz': gzipSync('a\n1\n'),
    '2024.csv': 'a\n1\n',
  });
  expect(tables.map(({ name }) => name)).toEqual(['claims', 'claims_2', 'dataset_2024']);
  const [named] = await infer({ 'x.csv': 'a\n1\n' }, { name: 'visits' });
  expect(named!.name).toBe('visits');
});

test('looks at so many records only when told', async () => {
  const [table] = await infer(
    {
      'a.csv': `id,n\n${cycle(['1', '2'], 1000)
        .map((value, index) => `${index},${value}`)
        .join('\n')}\nx,y\n`,
    },
    { mostRecords: 1000 },
  );
  expect([table!.records, table!.isSample, table!.columns[0]?.type]).toEqual([1000, true, 'int']);
});

test('counts what cannot be read, and tells of doubled names and of files without records', async () => {
  const [bad] = await infer({ 'a.csv': 'a,A\n1,2\n3\n4,5\n6,7\n' });
  expect(bad!.notes).toEqual(
    expect.arrayContaining([
      '1 of 4 records cannot be read as they are.',
      'Names stand twice in the header: no run takes such a file.',
    ]),
  );
  const [empty] = await infer({ 'a.csv': 'a,b\n' });
  expect([empty!.records, empty!.columns.length, empty!.notes.at(-1)]).toEqual([
    0,
    2,
    expect.stringContaining('no record'),
  ]);
});

test('says why no table can be made of a file', async () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'empty.csv'), '');
  writeFileSync(join(folder, 'broken.csv.gz'), gzipSync('a,b\n1,2\n').subarray(0, 15));
  for (const name of ['empty.csv', 'broken.csv.gz', 'missing.csv']) {
    const found = await inferTable(join(folder, name));
    expect(found).toMatchObject({
      kind: 'not-inferred',
      file: join(folder, name),
      message: expect.stringMatching(/\.$/),
    });
  }
});

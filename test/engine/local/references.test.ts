import { expect, test } from 'vitest';
import { createProject } from './fixture.ts';

const shop = {
  config: `
target_path: target/
target_schema: lake
sources:
  customer: { path: source/customer/, merge_key: id, cdc_key: '' }
  order: { path: source/order/, merge_key: id, cdc_key: '', expect: { max_bad: 1 } }
`,
  schema: `
tables:
  customer:
    columns:
      id: { type: string }
  order:
    columns:
      id: { type: string }
      customer: { type: string, references: customer.id }
      amount: { type: int }
`,
};

test('a parent that was never ingested is a warning that says what to run, and its orphans are quarantined', async () => {
  const project = await createProject(shop);
  await project.write({ 'source/order/a.csv': 'id,customer,amount\n1,c1,5\n2,,6\n' });
  const { outcome, events } = await project.run('order');
  expect(outcome.counts).toMatchObject({ quarantined: 1, inserted: 1 });
  expect(events).toContainEqual(
    expect.objectContaining({
      kind: 'warning',
      code: 'parent_missing',
      message: expect.stringContaining('`pistevo run customer`'),
    }),
  );
  expect(await project.query('SELECT reasons FROM lake.order_quarantine')).toEqual([
    [['references:customer']],
  ]);
});

test.each(['int', 'bigint', 'date', 'decimal(7,2)', 'boolean'])(
  'a parent of type %s that was never ingested has no key, and breaks nothing',
  async (type) => {
    const project = await createProject({
      ...shop,
      schema: shop.schema
        .replace('id: { type: string }', `id: { type: '${type}' }`)
        .replace('customer: { type: string', `customer: { type: '${type}'`),
    });
    const good = type === 'date' ? '2024-01-01' : '1';
    await project.write({ 'source/order/a.csv': `id,customer,amount\n1,${good},5\n2,,6\n` });
    expect((await project.run('order')).outcome).toMatchObject({
      status: 'succeeded',
      counts: { quarantined: 1, inserted: 1 },
    });
  },
);

test('an orphan comes back when its parent has arrived, with a delivery or without one', async () => {
  const project = await createProject(shop);
  await project.write({ 'source/order/a.csv': 'id,customer,amount\n1, c1 ,5\n2,c2,6\n3,c3,x\n4,,1\n' });
  const first = await project.run('order');
  expect(first.outcome.counts).toMatchObject({ quarantined: 3, inserted: 1 });
  await project.write({ 'source/customer/a.csv': 'id\nc1\n' });
  await project.run('customer');
  const second = await project.run('order');
  expect(second.outcome).toMatchObject({
    status: 'succeeded',
    counts: { files: 0, records: 0, retried: 1, inserted: 0, targetRows: 2 },
  });
  expect(await project.query('SELECT * FROM lake.order ORDER BY id')).toEqual([
    ['1', 'c1', 5],
    ['4', null, 1],
  ]);
  await project.write({
    'source/customer/b.csv': 'id\nc2\nc3\n',
    'source/order/b.csv': 'id,customer,amount\n5,c1,7\n',
  });
  await project.run('customer');
  const third = await project.run('order');
  expect(third.outcome.counts).toMatchObject({ records: 1, inserted: 1, retried: 1, targetRows: 4 });
  expect(await project.query('SELECT line, resolved_run FROM lake.order_quarantine ORDER BY line')).toEqual([
    ['2', second.runId],
    ['3', third.runId],
    ['4', null],
  ]);
  expect((await project.run('order')).outcome.status).toBe('no_input');
});

test('an orphan does not overwrite a row that came after it', async () => {
  const project = await createProject(shop);
  await project.write({ 'source/order/a.csv': 'id,customer,amount\n1,c1,5\n9,,1\n' });
  await project.run('order');
  await project.write({
    'source/customer/a.csv': 'id\nc1\n',
    'source/order/b.csv': 'id,customer,amount\n1,c1,50\n',
  });
  await project.run('customer');
  expect((await project.run('order')).outcome.counts).toMatchObject({ retried: 1, inserted: 1 });
  expect(await project.query("SELECT amount FROM lake.order WHERE id = '1'")).toEqual([[50]]);
});

test('orphans older than retry_days stay in quarantine', async () => {
  const project = await createProject(shop);
  await project.write({ 'source/order/a.csv': 'id,customer,amount\n1,c1,5\n9,,1\n' });
  await project.run('order');
  await project.write({ 'source/customer/a.csv': 'id\nc1\n' });
  await project.run('customer');
  const later = await project.run('order', { now: () => new Date(Date.UTC(2027, 0, 1)) });
  expect(later.outcome.status).toBe('no_input');
});

import { expect, test } from 'vitest';
import { findRulePlaces } from '../../../client/panels/rule-places.ts';

const file = 'schema/tables_schema.yaml';
const rule = (id: string, path: string, originLine: number | null) =>
  ({ id, origin: { file, path, hash: '' }, originLine }) as never;
const report = {
  rules: [
    rule('min:fee', 'tables.loans.columns.fee.min', 9),
    rule('cast:note', '', null),
    rule('key:id', 'k', 3),
  ],
};

test('tells for each written rule where its line is now, or that it is gone', async () => {
  const asked: unknown[] = [];
  const places = await findRulePlaces('/p', report, (root, origins) => {
    asked.push(root, origins);
    return Promise.resolve([12, null]);
  });
  expect(asked).toEqual([
    '/p',
    [
      { file, path: 'tables.loans.columns.fee.min' },
      { file, path: 'k' },
    ],
  ]);
  expect(places).toEqual({ 'min:fee': { file, line: 12 }, 'key:id': null });
});

test('tells nothing where nobody knows', async () => {
  expect(await findRulePlaces('/p', report, () => Promise.resolve(null))).toEqual({});
});

import { expect, test } from 'vitest';
import { logUriParts, readLogUri } from '../../../client/logs/log-uri.ts';

const runId = '20261123T080000Z-books-0a1b';

test('a name comes back from its URI', () => {
  const name = { root: '/home/x y/books?#', runId };
  expect(readLogUri(logUriParts(name))).toEqual(name);
});

test.each([
  ['a path that leads elsewhere', '/../../etc/passwd.log', '/p'],
  ['a run of a strange name', `/${runId}/../x.log`, '/p'],
  ['another file', `/${runId}.txt`, '/p'],
  ['no project', `/${runId}.log`, ''],
])('%s names no log', (_, path, query) => {
  expect(readLogUri({ path, query })).toBeNull();
});

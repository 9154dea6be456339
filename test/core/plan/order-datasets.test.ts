import { expect, test } from 'vitest';
import { orderDatasets } from '../../../core/plan/order-datasets.ts';
import { makeProject } from './support/make-project.ts';

/** `child: parents` as a project. */
function refer(edges: Readonly<Record<string, readonly string[]>>) {
  return makeProject(
    Object.entries(edges).map(([name, parents]) => ({
      name,
      columns: [
        { name: 'id' },
        ...parents.map((dataset, index) => ({
          name: `p${index}`,
          references: { dataset, column: 'id', retryDays: 7 },
        })),
      ],
    })),
  );
}

test('puts parents in earlier waves and independent datasets side by side', () => {
  const project = refer({ claim: ['patients', 'provider'], patients: [], provider: [], line: ['claim'] });
  expect(orderDatasets(project, ['line', 'claim', 'provider', 'patients'])).toEqual([
    ['patients', 'provider'],
    ['claim'],
    ['line'],
  ]);
});

test('counts references only among the datasets that are asked for', () => {
  expect(orderDatasets(refer({ claim: ['patients'], patients: [] }), ['claim'])).toEqual([['claim']]);
});

test('runs a ring in one wave, after what it depends on and before what depends on it', () => {
  const project = refer({ a: ['b'], b: ['c', 'base'], c: ['a'], base: [], late: ['c'], self: ['self'] });
  expect(orderDatasets(project, ['a', 'b', 'c', 'base', 'late', 'self'])).toEqual([
    ['base', 'self'],
    ['a', 'b', 'c'],
    ['late'],
  ]);
});

test('orders two rings that depend on each other in one direction', () => {
  const project = refer({ x: ['y', 'a'], y: ['x'], a: ['b'], b: ['a'] });
  expect(orderDatasets(project, ['x', 'y', 'a', 'b'])).toEqual([
    ['a', 'b'],
    ['x', 'y'],
  ]);
});

test('leaves out names that the project does not have', () => {
  expect(orderDatasets(refer({ a: [] }), ['a', 'ghost'])).toEqual([['a']]);
});

import { expect, test } from 'vitest';
import { resolveDataset } from '../../../core/plan/resolve-dataset.ts';
import { makeProject } from './support/make-project.ts';

const project = makeProject(
  ['patients', 'claim', 'companies', 'address', 'key', 'box', 'boxes', 'Unit'].map((name) => ({
    name,
    columns: [],
  })),
);

test.each([
  ['patients', 'patients'],
  ['patient', 'patients'],
  ['claims', 'claim'],
  ['company', 'companies'],
  ['addresses', 'address'],
  ['keys', 'key'],
  ['box', 'box'],
  ['boxes', 'boxes'],
  ['units', 'Unit'],
])('takes `%s` for `%s`', (name, meant) => {
  expect(resolveDataset(project, name)).toBe(meant);
});

test('offers near names for a name that means nothing', () => {
  expect(resolveDataset(project, 'patinet')).toEqual({ kind: 'unknown', near: ['patients'] });
  expect(resolveDataset(project, '')).toEqual({ kind: 'unknown', near: [] });
});

test('names all twins when there are several', () => {
  const twins = makeProject(['bus', 'buses'].map((name) => ({ name, columns: [] })));
  expect(resolveDataset(twins, 'BUSES')).toBe('buses');
  const two = makeProject(['clas', 'classes'].map((name) => ({ name, columns: [] })));
  expect(resolveDataset(two, 'class')).toEqual({ kind: 'ambiguous', names: ['clas', 'classes'] });
});

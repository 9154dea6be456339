import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readTask, taskArguments, taskName } from '../../../client/tasks/task-arguments.ts';

test('a task is what its definition says, and nothing else is ours', () => {
  expect(readTask({ type: 'pistevo', command: 'run', dataset: 'claim', environment: '' })).toEqual({
    command: 'run',
    dataset: 'claim',
  });
  expect(readTask({ type: 'pistevo', command: 'rm' })).toBeNull();
});

test('names are never taken for options', () => {
  const words = taskArguments({ command: 'run', dataset: '--all', environment: '--json', project: 'demo' });
  expect(words.join(' ')).toBe('run --project demo --environment=--json --control stdin -- --all');
});

test('without a dataset every one is run, or checked', () => {
  expect(taskArguments({ command: 'dry-run' })).toEqual(['run', '--dry-run', '--control', 'stdin', '--all']);
  expect(taskArguments({ command: 'check' })).toEqual(['check']);
  expect(taskName({ command: 'run', project: 'demo' })).toBe('run every dataset (demo)');
  expect(taskName({ command: 'check', dataset: 'claim' })).toBe('check claim');
});

test('the problem matcher reads what `check` prints', () => {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as {
    contributes: { problemMatchers: { pattern: { regexp: string }[] }[] };
  };
  const pattern = new RegExp(contributes.problemMatchers[0]?.pattern[0]?.regexp ?? '');
  const line = 'schema/tables_schema.yaml:12:7 error unknown-column `a:1:2 error b c` is not there.';
  expect(pattern.exec(line)?.slice(1)).toEqual([
    'schema/tables_schema.yaml',
    '12',
    '7',
    'error',
    'unknown-column',
    '`a:1:2 error b c` is not there.',
  ]);
});

import { expect, test } from 'vitest';
import { refusalText } from '../../../client/running/run-outcome.ts';
import { type RunRequest, requestTitle, runArguments } from '../../../client/running/run-request.ts';

const request: RunRequest = {
  folder: '/p',
  datasets: ['claim'],
  mode: 'ingest',
  engine: 'local',
  environment: null,
};

test('events come on stdout, control goes to stdin, and names are never options', () => {
  expect(runArguments({ ...request, datasets: ['--all'], environment: 'production' }).join(' ')).toBe(
    'run --project /p --json --control stdin --no-color --engine local --environment=production -- --all',
  );
});

test('a dry run and a reprocess have their own words', () => {
  expect(runArguments({ ...request, mode: 'dry-run', datasets: [] }).slice(-2)).toEqual([
    '--dry-run',
    '--all',
  ]);
  const again = runArguments({ ...request, mode: 'reprocess', selection: ['--quarantined'] });
  expect([again[0], ...again.slice(-3)]).toEqual(['reprocess', '--quarantined', '--', 'claim']);
});

test('a title names what runs', () => {
  expect(requestTitle(request)).toBe('Ingesting claim');
  expect(requestTitle({ ...request, datasets: [] })).toBe('Ingesting every dataset');
  expect(requestTitle({ ...request, datasets: ['a', 'b', 'c'], mode: 'dry-run' })).toBe(
    'Dry run of a and 2 more',
  );
});

test('a refusal is the sentence that the command line told', () => {
  expect(refusalText('a.yaml:1:1 error x y\nerror: The project has 1 error.\n')).toBe(
    'The project has 1 error.',
  );
  expect(refusalText('killed')).toBe('killed');
  expect(refusalText('')).toMatch(/without saying why/);
});

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type SparkAction, submitArguments } from '../../../engine/spark/submit-arguments.ts';

function wordsOf(action: SparkAction): readonly string[] {
  return submitArguments({
    scripts: join('/opt', 'scripts'),
    release: 'file:///lake/releases/ab/',
    dataset: 'claim',
    runId: '20261123T010000Z-claim-0000',
    command: 'pistevo run claim',
    action,
  });
}

it('gives the scripts as projects know them, and the release of the run', () => {
  const words = wordsOf({ kind: 'run' });
  const script = words.indexOf(join('/opt/scripts/ingest_dataset.py'));
  expect(words[words.indexOf('--py-files') + 1]).toBe(
    [join('/opt/scripts/process.py'), join('/opt/scripts/utils.py')].join(','),
  );
  expect(words.slice(script + 1)).toEqual([
    ...['--dataset_name', 'claim', '--release', 'file:///lake/releases/ab/'],
    ...['--run_id', '20261123T010000Z-claim-0000', '--command', 'pistevo run claim', '--events'],
  ]);
});

it.each<[SparkAction, readonly string[]]>([
  [{ kind: 'rollback', commits: 2 }, ['--action', 'rollback', '--commits', '2']],
  [{ kind: 'migrate' }, ['--action', 'migrate']],
  [{ kind: 'adopt' }, ['--action', 'adopt']],
  [
    { kind: 'run', reprocess: { select: { kind: 'run', runId: 'r1' }, isRebuild: false } },
    ['--reprocess', 'run:r1'],
  ],
  [
    { kind: 'run', reprocess: { select: { kind: 'file', file: 'a/b c.csv' }, isRebuild: false } },
    ['--reprocess', 'file:a/b c.csv'],
  ],
  [
    { kind: 'run', reprocess: { select: { kind: 'quarantined' }, isRebuild: false } },
    ['--reprocess', 'quarantined'],
  ],
  [
    {
      kind: 'run',
      reprocess: { select: { kind: 'since', at: new Date('2026-11-22T00:00:00Z') }, isRebuild: false },
    },
    ['--reprocess', 'since:2026-11-22T00:00:00.000Z'],
  ],
  [
    { kind: 'run', reprocess: { select: { kind: 'all' }, isRebuild: true } },
    ['--reprocess', 'all', '--rebuild'],
  ],
])('asks for %j', (action, words) => {
  expect(wordsOf(action).slice(-words.length)).toEqual(words);
});

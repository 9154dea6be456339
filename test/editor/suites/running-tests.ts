import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { type CodeLens, commands, DiagnosticSeverity, extensions, tasks, workspace } from 'vscode';
import { deliver, deliverManyEvents } from '../support/lay-project.ts';
import type { Test } from '../support/suite.ts';
import { waitFor } from '../support/wait-for.ts';
import {
  codeOf,
  config,
  findings,
  folder,
  openFile,
  replace,
  schema,
  storedRuns,
} from '../support/workspace.ts';

/** What commands that run something return to programs. */
export interface Outcome {
  readonly code: number | null;
  readonly runIds: readonly string[];
  readonly notes: string;
}

/** One click to a run. */
export const runningTests: readonly Test[] = [
  [
    'ingests a dataset by its lens',
    async () => {
      const document = await openFile(config);
      const lenses = await commands.executeCommand<CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        20,
      );
      const lens = lenses.find(
        ({ range, command }) =>
          document.lineAt(range.start.line).text.includes('customers:') && command?.title.includes('Ingest'),
      );
      assert.ok(lens?.command);
      await commands.executeCommand(lens.command.command, ...(lens.command.arguments ?? []));
      const [run] = storedRuns('customers');
      assert.equal(run?.status, 'succeeded');
      assert.equal(run?.counts?.['inserted'], 3);
    },
  ],
  [
    'ingests a dataset by command, and returns how it ended',
    async () => {
      const outcome = await commands.executeCommand<Outcome>('pistevo.run.ingest', { dataset: 'orders' });
      assert.equal(outcome.code, 0, outcome.notes);
      const [run] = storedRuns('orders');
      assert.deepEqual(outcome.runIds, [run?.runId]);
      assert.deepEqual([run?.counts?.['inserted'], run?.counts?.['quarantined']], [1, 3]);
    },
  ],
  [
    'shows broken rules at the lines that asked for them, until such a line is edited',
    async () => {
      const document = await openFile(schema);
      const broken = await waitFor('problems of the run', () => {
        const found = findings(schema, 'pistevo run');
        return found.length >= 3 ? found : null;
      });
      const lines = broken.map((one) => [codeOf(one), document.lineAt(one.range.start.line).text.trim()]);
      assert.deepEqual([...lines].sort(), [
        ['cast:amount', 'type: double'],
        ['min:amount', 'min: 0'],
        ['references:customer_id', 'customer_id: { type: string, references: customers.customer_id }'],
      ]);
      await replace(document, 'min: 0', 'min: -5');
      await waitFor('the end of that problem', () =>
        findings(schema, 'pistevo run').every((one) => codeOf(one) !== 'min:amount'),
      );
      assert.equal(findings(schema, 'pistevo run').length, 2);
      await commands.executeCommand('workbench.action.files.revert');
    },
  ],
  [
    'shows a refused delivery at the dataset’s entry, and returns its exit code',
    async () => {
      const outcome = await commands.executeCommand<Outcome>('pistevo.run.ingest', 'refunds');
      assert.notEqual(outcome.code, 0);
      assert.equal(storedRuns('refunds')[0]?.status, 'rejected');
      const place = await waitFor('the problem', async () => {
        for (const file of [config, schema]) {
          const problem = findings(file, 'pistevo run').find(
            ({ severity }) => severity === DiagnosticSeverity.Error,
          );
          if (problem !== undefined) return (await openFile(file)).lineAt(problem.range.start.line).text;
        }
        return null;
      });
      assert.match(place, /^ *refunds:/);
    },
  ],
  [
    'tells what a dry run would do, and changes nothing',
    async () => {
      const outcome = await commands.executeCommand<Outcome>('pistevo.run.dryRun', 'customers');
      assert.equal(outcome.code, 0, outcome.notes);
      const statuses = storedRuns('customers').map(({ status }) => status);
      assert.deepEqual(statuses, ['succeeded', 'no_input']);
      assert.equal(storedRuns('customers')[1]?.runId, outcome.runIds[0]);
    },
  ],
  [
    'cancels a run that goes on; the table is what it was, and the delivery still in its source',
    async () => {
      deliverManyEvents(folder());
      const outcome = commands.executeCommand<Outcome>('pistevo.run.ingest', 'events');
      await waitFor('the run to begin', () => commands.executeCommand<boolean>('pistevo.run.cancel'));
      const { code } = await outcome;
      assert.equal(code, 130);
      assert.equal(storedRuns('events')[0]?.status, 'cancelled');
    },
  ],
  [
    'shows the log of a run as a document that grows with it and cannot be written',
    async () => {
      const outcome = commands.executeCommand<Outcome>('pistevo.run.ingest', 'events');
      await waitFor('the run', () => storedRuns('events').some(({ status }) => status === 'running'));
      await commands.executeCommand('pistevo.run.openLog', 'events');
      const document = await waitFor('the document', () =>
        workspace.textDocuments.find(({ uri }) => uri.scheme === 'pistevo-log'),
      );
      await waitFor('its first lines', () => /Run of events on local/.test(document.getText()));
      const lines = document.lineCount;
      assert.doesNotMatch(document.getText(), /ended:/);
      await commands.executeCommand<boolean>('pistevo.run.cancel');
      assert.equal((await outcome).code, 130);
      await waitFor('its end', () => /ended: cancelled/.test(document.getText()));
      assert.ok(document.lineCount > lines);
      assert.equal(workspace.fs.isWritableFileSystem('pistevo-log'), false);
      await commands.executeCommand('workbench.action.closeActiveEditor');
    },
  ],
  [
    'outlives a run whose process is killed, tells it as interrupted, and runs again',
    async () => {
      const outcome = commands.executeCommand<Outcome>('pistevo.run.ingest', 'events');
      const run = await waitFor('the run', () =>
        storedRuns('events').find(({ status }) => status === 'running'),
      );
      process.kill(run.process.pid, 'SIGKILL');
      const { code, runIds } = await outcome;
      assert.equal(code, null);
      // It may be killed before the editor has heard of it.
      assert.deepEqual([...runIds, run.runId].slice(0, 1), [run.runId]);
      assert.equal(await commands.executeCommand<boolean>('pistevo.run.cancel'), false, 'nothing goes on');
      const again = await commands.executeCommand<Outcome>('pistevo.run.ingest', 'customers');
      assert.equal(again.code, 0, again.notes);
    },
  ],
  [
    'sees a run that was begun in a terminal, with what it found',
    async () => {
      deliver(folder(), 'orders', 'order_id,customer_id,amount,changed_on\nO5,C1,nothing,2026-01-07\n');
      const before = findings(schema, 'pistevo run').map(({ message }) => message);
      const home = extensions.getExtension('pistevo.pistevo')?.extensionPath ?? '';
      const words = [`${home}/dist/cli/pistevo.js`, 'run', 'orders', '--no-color'];
      const { NODE_OPTIONS: _, ...env } = process.env;
      const done = spawnSync(process.execPath, words, {
        cwd: folder(),
        encoding: 'utf8',
        env: { ...env, ELECTRON_RUN_AS_NODE: '1' },
      });
      assert.equal(storedRuns('orders').length, 2, done.stderr);
      await waitFor('what it found', () => {
        const found = findings(schema, 'pistevo run').filter((one) => codeOf(one) === 'cast:amount');
        return found.some(({ message }) => !before.includes(message));
      });
    },
  ],
  [
    'offers tasks with a problem matcher, and runs one to its end',
    async () => {
      const offered = await tasks.fetchTasks({ type: 'pistevo' });
      assert.deepEqual(offered.map(({ name }) => name).sort(), ['check', 'run every dataset']);
      assert.ok(offered.every(({ problemMatchers }) => problemMatchers.includes('$pistevo')));
      const check = offered.find(({ name }) => name === 'check');
      assert.ok(check);
      const ended = new Promise<void>((resolve) => {
        const listening = tasks.onDidEndTask(({ execution }) => {
          if (execution.task.name !== 'check') return;
          listening.dispose();
          resolve();
        });
      });
      await tasks.executeTask(check);
      await ended;
    },
  ],
  [
    'runs again what was run last',
    async () => {
      const first = await commands.executeCommand<Outcome>('pistevo.run.ingest', 'customers');
      assert.equal(first.code, 0);
      const again = await commands.executeCommand<Outcome>('pistevo.run.repeat');
      assert.equal(again.code, 0);
      assert.equal(storedRuns('customers').at(-1)?.status, 'no_input');
    },
  ],
];

import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import type { LookedPage } from '../../../tools/editor/look.mjs';
import { hostileFile, hostileText } from '../support/lay-project.ts';
import { lookUntil } from '../support/look.ts';
import { suite } from '../support/suite.ts';
import { waitFor } from '../support/wait-for.ts';
import { findings, schema } from '../support/workspace.ts';
import type { Outcome } from './running-tests.ts';

/** Names, messages and values that would do harm if they were more than text. */
export const run = suite([
  [
    'ingests files and rows with hostile names and values',
    async () => {
      await waitFor('activation', () => extensions.getExtension('pistevo.pistevo')?.isActive);
      await waitFor('the project', async () => {
        const told = await commands.executeCommand('vscode.executeWorkspaceSymbolProvider', 'gifts');
        return Array.isArray(told) && told.length > 0;
      });
      const outcome = await commands.executeCommand<Outcome>('pistevo.run.ingest', 'gifts');
      assert.equal(outcome.code, 0, outcome.notes);
    },
  ],
  [
    'shows them as text in the report, whose page runs and loads nothing of theirs',
    async () => {
      await commands.executeCommand('pistevo.run.openReport', 'gifts');
      const page = await lookUntil('the report', ({ pages }) =>
        pages.find(({ text }) => text.includes(hostileText)),
      );
      assert.ok(page.text.includes(hostileFile));
      assertHarmless(page);
      await commands.executeCommand('workbench.action.closeAllEditors');
    },
  ],
  [
    'shows them as text in the grid, escapes written out',
    async () => {
      await commands.executeCommand('pistevo.data.preview', 'gifts');
      const page = await lookUntil('the grid', ({ pages }) =>
        pages.find(({ text }) => text.includes(hostileText)),
      );
      assert.ok(
        !/[\u001b\u202e]/.test(page.text),
        'neither escapes nor overrides of direction reach the page',
      );
      assertHarmless(page);
      await commands.executeCommand('workbench.action.closeAllEditors');
    },
  ],
  [
    'shows them as text in Problems and in the Runs view, without icons and links',
    async () => {
      const [problem] = await waitFor('the problem', () => {
        const found = findings(schema, 'pistevo run').filter(({ code }) => code === 'check:no_coal');
        return found.length > 0 ? found : null;
      });
      assert.match(problem?.message ?? '', /<img src=x/);
      await commands.executeCommand('pistevo.runs.focus');
      await commands.executeCommand('workbench.actions.view.problems');
      const { workbench } = await lookUntil('both views', (look) => {
        const texts = look.workbench.rows.map(({ text }) => text).join('\n');
        return texts.includes('<img src=x') && texts.includes('check:no_coal') ? look : null;
      });
      assert.equal(workbench.isHacked, false);
      assert.equal(workbench.images, 0);
      const hostile = workbench.rows.filter(({ text }) => text.includes('<img') || text.includes('no_coal'));
      assert.ok(hostile.length >= 2);
      assert.deepEqual(
        hostile.flatMap(({ icons, links }) => [
          icons,
          ...links.filter((link) => link.startsWith('command:')),
        ]),
        hostile.map(() => 0),
      );
    },
  ],
]);

function assertHarmless(page: LookedPage): void {
  assert.equal(page.isHacked, false);
  assert.deepEqual(
    page.tags.filter((tag) =>
      ['img', 'script', 'iframe', 'style', 'link', 'a', 'form', 'object'].includes(tag),
    ),
    [],
  );
  assert.match(page.policy, /default-src 'none'/);
  assert.doesNotMatch(page.policy, /unsafe|connect-src|img-src/);
  assert.equal(page.isInjected, false, 'a script that is put into the page does not run');
  assert.equal(page.image, 'refused');
  assert.deepEqual(page.broken, ['connect-src', 'img-src', 'script-src-elem']);
}

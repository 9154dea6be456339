import { window } from 'vscode';
import type { Command } from '../command.ts';
import { plainText } from '../text/plain-text.ts';
import { pick } from './pick.ts';
import { targetOf } from './target.ts';

/** Cancels the run that is pointed at, the only one that goes on, or the one that the user picks. */
export const runCancel: Command = {
  id: 'pistevo.run.cancel',
  async run({ liveRuns, runs }, given) {
    const { runId } = targetOf(given);
    const live = liveRuns.all();
    const chosen = runId ?? (live.length > 1 ? await pickRun(live) : live[0]);
    if (chosen === undefined) {
      if (live.length === 0) void window.showInformationMessage('Nothing that was started here is running.');
      return false;
    }
    const isAsked = liveRuns.cancel(chosen);
    if (!isAsked) {
      void window.showInformationMessage(
        'That run was not started by this window; cancel it where it was, with Ctrl+C in its terminal.',
      );
    }
    return isAsked;

    async function pickRun(ids: readonly string[]): Promise<string | undefined> {
      const choices = ids.map((id) => {
        const run = runs.store.all().find(({ record }) => record.runId === id);
        return { label: plainText(run?.record.dataset ?? id), description: id, value: id };
      });
      return (await pick('Which run is cancelled?', choices))?.value;
    }
  },
};

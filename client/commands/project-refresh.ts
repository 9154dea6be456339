import type { Command } from '../command.ts';

/** Looks at run folders and sources again, where no watcher spoke. */
export const projectRefresh: Command = {
  id: 'pistevo.project.refresh',
  async run({ runs, language }) {
    await Promise.all([runs.refresh(), language.tellSourcesChanged()]);
  },
};

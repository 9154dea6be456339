import { writeFileSync } from 'node:fs';
import { extensions } from 'vscode';
import { suite } from '../support/suite.ts';

/** For benches: how long the installed extension takes from sleep to its last line of `activate`, in milliseconds. */
export const run = suite([
  [
    'activates',
    async () => {
      const extension = extensions.getExtension('pistevo.pistevo');
      if (extension === undefined || extension.isActive) throw new Error('there is no extension that sleeps');
      const start = performance.now();
      await extension.activate();
      writeFileSync(`${process.env['PISTEVO_RESULTS']}.activation`, String(performance.now() - start));
    },
  ],
]);

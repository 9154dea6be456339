import { writeFileSync } from 'node:fs';
import { extensions } from 'vscode';
import { suite } from '../support/suite.ts';

/** For benches: what the installed extension takes from sleep to its last line of `activate`, in milliseconds. */
export const run = suite([
  [
    'activates',
    async () => {
      const extension = extensions.getExtension('pistevo.pistevo');
      if (extension === undefined || extension.isActive) throw new Error('there is no extension that sleeps');
      const start = performance.now();
      const before = process.cpuUsage();
      await extension.activate();
      const elapsedMs = performance.now() - start;
      const { user, system } = process.cpuUsage(before);
      const told = JSON.stringify({ elapsedMs, cpuMs: (user + system) / 1000 });
      writeFileSync(`${process.env['PISTEVO_RESULTS']}.activation`, told);
    },
  ],
]);

// Tests inside a real VS Code: that of VSCODE_EXE, else code-server in a headless browser. Exit 1 when one fails.
//   --only <text>   sessions whose name holds the text
import { rmSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundleSuites } from './driver/bundle-suites.ts';
import type { EditorHost } from './driver/editor-host.ts';
import { openCodeServer } from './driver/open-code-server.ts';
import { openDesktop } from './driver/open-desktop.ts';
import { runSession, type SessionEnd } from './driver/run-session.ts';
import { sessions } from './driver/sessions.ts';
import { packageOnce, prepareSpace } from './driver/space.ts';

const { values } = parseArgs({ options: { only: { type: 'string', default: '' } } });
const executable = process.env['VSCODE_EXE'];

const space = prepareSpace();
const suites = await bundleSuites(space);
const host: EditorHost | { readonly hindrance: string } =
  executable === undefined ? openCodeServer(space) : openDesktop(space, executable);
if ('hindrance' in host) {
  console.log(`not run: tests inside the editor; ${host.hindrance}`);
  const isRequired = process.env['CI'] === 'true';
  keepCounts({ passed: 0, failed: isRequired ? 1 : 0, skipped: 0 });
  process.exitCode = isRequired ? 1 : 0;
} else {
  const start = performance.now();
  const vsix = packageOnce(space);
  const ends: SessionEnd[] = [];
  for (const session of sessions.filter(({ name }) => name.includes(values.only))) {
    ends.push(...(await runSession(session, { space, suites, host, vsix })));
  }
  await host.close();
  tellEnd(ends, performance.now() - start);
}
rmSync(space, { recursive: true, force: true });

function tellEnd(ends: readonly SessionEnd[], elapsedMs: number): void {
  const tests = ends.flatMap(({ results }) => results.tests);
  const count = (kind: string) => tests.filter((one) => one.kind === kind).length;
  const broken = ends.filter(({ results }) => !results.isComplete).length;
  const counts = { passed: count('passed'), failed: count('failed') + broken, skipped: count('not-run') };
  keepCounts(counts);
  const tail = counts.skipped > 0 ? `, ${counts.skipped} not run` : '';
  const seconds = (elapsedMs / 1000).toFixed(0);
  console.log(`in the editor: ${counts.passed} passed, ${counts.failed} failed${tail}, ${seconds} s`);
  if (counts.failed > 0 || counts.passed === 0) process.exitCode = 1;
}

/** For whoever adds them to those of other tests. */
function keepCounts(counts: Readonly<Record<'passed' | 'failed' | 'skipped', number>>): void {
  const file = process.env['PISTEVO_TEST_COUNTS'];
  if (file !== undefined) writeFileSync(file, JSON.stringify(counts));
}

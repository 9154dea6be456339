import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { layProject } from '../support/lay-project.ts';
import type { SessionResults, TestResult } from '../support/results.ts';
import type { SuiteName } from './bundle-suites.ts';
import type { EditorHost } from './editor-host.ts';
import type { Session } from './sessions.ts';
import { layHarnessExtension, repository } from './space.ts';

export interface SessionSetting {
  readonly space: string;
  readonly suites: Readonly<Record<SuiteName, string>>;
  readonly host: EditorHost;
  readonly vsix: (what: 'package' | 'universal') => Promise<string>;
}

export interface SessionEnd {
  readonly session: Session;
  readonly suite: SuiteName;
  readonly results: SessionResults;
}

const signs = { passed: '✓', failed: '✗', 'not-run': '-' } as const;

/** Lays a project, runs the session's windows and tells each test as soon as its window has ended. */
export async function runSession(session: Session, setting: SessionSetting): Promise<readonly SessionEnd[]> {
  const { space, suites, host } = setting;
  const vsix = session.what === 'development' ? null : await setting.vsix(session.what);
  const results = join(space, `results-${session.what}-${session.isTrusting}.json`);
  const editor = {
    name: `${session.what}-${session.isTrusting ? 'trusting' : 'careful'}`,
    isTrusting: session.isTrusting,
    vsix,
    results,
  };
  const folder = join(space, session.name.replaceAll(' ', '-'));
  mkdirSync(folder);
  if (session.folder === 'project') layProject(folder);
  const ends: SessionEnd[] = [];
  for (const suite of session.windows) {
    rmSync(results, { force: true });
    const trouble = await host.run(editor, {
      folder,
      developmentPath: vsix === null ? repository : layHarnessExtension(space),
      testsPath: suites[suite],
    });
    const end = { session, suite, results: readResults(results) };
    ends.push(end);
    tell(end, trouble);
  }
  return ends;
}

function readResults(file: string): SessionResults {
  if (!existsSync(file)) return { isComplete: false, tests: [] };
  return JSON.parse(readFileSync(file, 'utf8')) as SessionResults;
}

function tell({ session, suite, results }: SessionEnd, trouble: string | null): void {
  console.log(`${session.name}${session.windows.length > 1 ? `, ${suite}` : ''}`);
  for (const test of results.tests) console.log(testText(test));
  if (!results.isComplete)
    console.log(`  ✗ the suite did not come to its end${trouble === null ? '' : `: ${trouble}`}`);
}

function testText({ title, kind, elapsedMs, message }: TestResult): string {
  const line = `  ${signs[kind]} ${title} (${Math.round(elapsedMs)} ms)`;
  return message === undefined ? line : `${line}\n      ${message.replaceAll('\n', '\n      ')}`;
}

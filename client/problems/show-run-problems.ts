import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  languages,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  Uri,
  workspace,
} from 'vscode';
import { readPlan } from '../runs/read-plan.ts';
import type { Run } from '../runs/run.ts';
import type { Services } from '../services.ts';
import { plainText } from '../text/plain-text.ts';
import { lastRuns } from './last-runs.ts';
import { lineChange } from './line-change.ts';
import { moveLines } from './move-problems.ts';
import { type RunProblem, runProblems } from './run-problems.ts';

/** A problem at the line (from 0) where it stands now. */
interface Placed {
  readonly line: number;
  readonly problem: RunProblem;
}

const severities = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
} as const;
const mendedName = 'pistevo.mended';
const mostMended = 500;

/**
 * Puts what the last run of each dataset found to the lines that asked for it. A problem goes when its line is edited, and
 * when a later run passes; what was mended stays so after a reload.
 */
export function showRunProblems(services: Services): Disposable {
  const { runs, projects, context, log } = services;
  const collection = languages.createDiagnosticCollection('pistevo-runs');
  const memento = context.workspaceState;
  const mended = new Set(memento.get<readonly string[]>(mendedName, []));
  const placed = new Map<string, readonly Placed[]>();
  let shownFor = '';

  const draw = (uri: string) => {
    const things = placed.get(uri) ?? [];
    const target = Uri.parse(uri);
    const document = workspace.textDocuments.find((one) => one.uri.toString() === uri) ?? null;
    collection.set(
      target,
      things.map((one) => toDiagnostic(one, document)),
    );
  };
  const place = async (run: Run): Promise<void> => {
    const { root, record } = run;
    const [loaded, plan] = await Promise.all([
      runs.store.load(root, record.runId),
      readPlan(root, record.runId),
    ]);
    const entry = projects.findDataset(record.dataset, root)?.dataset.place ?? null;
    for (const problem of runProblems(record, plan, loaded?.progress?.broken ?? [])) {
      if (mended.has(problem.key)) continue;
      const isHere = problem.line !== null;
      const uri =
        isHere || entry === null ? Uri.joinPath(Uri.file(root), problem.file) : Uri.parse(entry.uri);
      const line = problem.line !== null ? problem.line - 1 : (entry?.range.start.line ?? 0);
      if (isHere && !(await stillHolds(uri, line, problem.word))) continue;
      placed.set(uri.toString(), [...(placed.get(uri.toString()) ?? []), { line, problem }]);
    }
  };
  const rebuild = async () => {
    const last = lastRuns(runs.store.all());
    const signature = last.map(({ root, record }) => `${root} ${record.runId} ${record.status}`).join('\n');
    if (signature === shownFor) return;
    placed.clear();
    for (const run of last) await place(run);
    collection.clear();
    for (const uri of placed.keys()) draw(uri);
    shownFor = signature;
  };
  let last: Promise<void> = Promise.resolve();
  const update = () => {
    last = last.then(rebuild).catch((error: unknown) => log.error(`Problems of runs: ${String(error)}`));
  };
  const follow = ({ document, contentChanges }: TextDocumentChangeEvent) => {
    const uri = document.uri.toString();
    const before = placed.get(uri) ?? [];
    if (before.length === 0 || contentChanges.length === 0) return;
    const changes = contentChanges.map((change) => lineChange(change, endsLine(document, change)));
    const after = moveLines(before, changes);
    placed.set(uri, after);
    const kept = new Set(after.map(({ problem }) => problem.key));
    for (const { problem } of before) if (!kept.has(problem.key)) mended.add(problem.key);
    if (after.length < before.length) void memento.update(mendedName, [...mended].slice(-mostMended));
    draw(uri);
  };
  const subscriptions = [
    collection,
    runs.onDidChange(update),
    projects.onDidChange(update),
    workspace.onDidChangeTextDocument(follow),
    workspace.onDidOpenTextDocument((document) => {
      if (placed.has(document.uri.toString())) draw(document.uri.toString());
    }),
  ];
  update();
  return {
    dispose() {
      for (const subscription of subscriptions) subscription.dispose();
    },
  };
}

/** Whether nothing but blanks follows an inserted text on its line. */
function endsLine(
  document: TextDocument,
  { range, text }: TextDocumentChangeEvent['contentChanges'][number],
): boolean {
  const lines = text.split('\n');
  const at = range.start.line + lines.length - 1;
  if (at >= document.lineCount) return false;
  return (
    document
      .lineAt(at)
      .text.slice(lines.at(-1)?.length ?? 0)
      .trim() === ''
  );
}

/** Whether a line still holds the key that the run was asked by: the file may have changed while nobody looked. */
async function stillHolds(uri: Uri, line: number, word: string | null): Promise<boolean> {
  try {
    const document = await workspace.openTextDocument(uri);
    if (line >= document.lineCount) return false;
    return word === null || document.lineAt(line).text.includes(word);
  } catch {
    // The file is gone, and its problems with it.
    return false;
  }
}

function toDiagnostic({ line, problem }: Placed, document: TextDocument | null): Diagnostic {
  const text = document !== null && line < document.lineCount ? document.lineAt(line).text : null;
  const start = text === null ? 0 : text.length - text.trimStart().length;
  const end = text === null ? Number.MAX_SAFE_INTEGER : text.trimEnd().length;
  const places = problem.samples.length === 0 ? '' : ` For example ${problem.samples.join(', ')}.`;
  const diagnostic = new Diagnostic(
    new Range(line, start, line, Math.max(start, end)),
    plainText(problem.message + places),
    severities[problem.severity],
  );
  diagnostic.source = 'pistevo run';
  diagnostic.code = problem.code;
  return diagnostic;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type Diagnostic,
  languages,
  type Position,
  Range,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { waitFor } from './wait-for.ts';

export const config = 'conf/config.yaml';
export const schema = 'schema/tables_schema.yaml';

/** Path of the folder that the editor has open. */
export function folder(): string {
  const [first] = workspace.workspaceFolders ?? [];
  if (first === undefined) throw new Error('the editor has no folder open');
  return first.uri.fsPath;
}

export function uriOf(file: string): Uri {
  return Uri.file(join(folder(), file));
}

export async function openFile(file: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(uriOf(file));
  await window.showTextDocument(document, { preview: false });
  return document;
}

/** Where a text stands in a document; `offset` characters behind its beginning. */
export function positionOf(document: TextDocument, text: string, offset = 0): Position {
  const at = document.getText().indexOf(text);
  if (at < 0) throw new Error(`${document.uri.path} does not hold ${text}`);
  return document.positionAt(at + offset);
}

/** Replaces the first place of a text, as typing would. */
export async function replace(document: TextDocument, text: string, by: string): Promise<void> {
  const start = positionOf(document, text);
  const end = positionOf(document, text, text.length);
  const edit = new WorkspaceEdit();
  edit.replace(document.uri, new Range(start, end), by);
  if (!(await workspace.applyEdit(edit))) throw new Error(`${text} could not be replaced`);
}

/** Findings at a file, of the files themselves (`pistevo`) or of runs (`pistevo run`). */
export function findings(file: string, source: 'pistevo' | 'pistevo run'): readonly Diagnostic[] {
  return languages.getDiagnostics(uriOf(file)).filter((found) => found.source === source);
}

export function codeOf({ code }: Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** A run's `run.json`, as far as tests look at it. */
export interface StoredRun {
  readonly runId: string;
  readonly dataset: string;
  readonly status: string;
  readonly counts: Readonly<Record<string, number>> | null;
  readonly reason?: string;
  readonly process: { readonly pid: number };
}

/** Every run of the open folder, the earliest first. */
export function storedRuns(dataset?: string): readonly StoredRun[] {
  const home = join(folder(), '.pistevo/runs');
  try {
    return readdirSync(home)
      .sort()
      .map((id) => JSON.parse(readFileSync(join(home, id, 'run.json'), 'utf8')) as StoredRun)
      .filter((run) => dataset === undefined || run.dataset === dataset);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** Resolves once the language server has told what it finds, which is nothing in a sound file. */
export async function untilFound(file: string, code: string): Promise<Diagnostic> {
  return waitFor(`${code} at ${file}`, () =>
    findings(file, 'pistevo').find((found) => codeOf(found) === code),
  );
}

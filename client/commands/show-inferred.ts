import { basename, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { commands, Range, Uri, window, workspace } from 'vscode';
import { isInside } from '../projects/is-inside.ts';
import type { DatasetInfo } from '../projects/project-info.ts';
import type { Services } from '../services.ts';
import { formatAmount } from '../text/amounts.ts';
import { plainText } from '../text/plain-text.ts';

export interface Inferred {
  /** The project's folder. */
  readonly folder: string;
  readonly files: readonly Uri[];
  /** What the command line said: a line for each dataset that it added. */
  readonly text: string;
}

/** The language server reads what was written as soon as the editor tells it, which may take a moment. */
const longestWaitMs = 5_000;
const pauseMs = 50;

/** Shows what was inferred, and offers what comes next: the files are no delivery yet where they lie elsewhere. */
export async function showInferred(services: Services, { folder, files, text }: Inferred): Promise<void> {
  const names = [...text.matchAll(/^Added `([^`]+)`/gm)].map(([, name = '']) => name);
  const [first] = names;
  const dataset = first === undefined ? null : await waitForDataset(services, first, folder);
  await showPlace(folder, dataset);
  const told = `Added ${names.join(', ')}; look through what was added, masks above all.`;
  const source = names.length === 1 ? localSource(folder, dataset) : null;
  const outside = source === null ? [] : files.filter(({ fsPath }) => !isInside(source, fsPath));
  if (source === null || first === undefined) void window.showInformationMessage(plainText(told));
  else
    void offerNext(services, { told, folder, dataset: first, source, outside }).catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      void window.showErrorMessage(plainText(`Nothing more was copied: ${why}`));
    });
}

async function waitForDataset(
  { projects }: Services,
  name: string,
  folder: string,
): Promise<DatasetInfo | null> {
  for (let waitedMs = 0; waitedMs < longestWaitMs; waitedMs += pauseMs) {
    const found = projects.findDataset(name, folder);
    if (found !== null) return found.dataset;
    await sleep(pauseMs);
  }
  return null;
}

async function showPlace(folder: string, dataset: DatasetInfo | null): Promise<void> {
  const place = dataset?.place ?? null;
  const uri =
    place === null ? Uri.joinPath(Uri.file(folder), 'schema/tables_schema.yaml') : Uri.parse(place.uri);
  const line = place?.range.start.line;
  await window.showTextDocument(uri, {
    preview: false,
    ...(line !== undefined && { selection: new Range(line, 0, line, 0) }),
  });
}

/** The folder that a dataset is delivered to; null for one that is not on this machine. */
function localSource(folder: string, dataset: DatasetInfo | null): string | null {
  const source = dataset?.source;
  return source === undefined || /^[a-z][a-z0-9+.-]+:/i.test(source) ? null : resolve(folder, source);
}

interface Next {
  readonly told: string;
  readonly folder: string;
  readonly dataset: string;
  readonly source: string;
  /** Files that do not lie in the source yet. */
  readonly outside: readonly Uri[];
}

async function offerNext(services: Services, next: Next): Promise<void> {
  const { told, folder, dataset, source, outside } = next;
  const dryRun = 'Dry Run';
  const copyThere = outside.length === 1 ? 'Copy File There' : 'Copy Files There';
  const answer = await window.showInformationMessage(
    plainText(
      outside.length === 0
        ? told
        : `${told} Runs read ${workspace.asRelativePath(source, false)}/: is this to be delivered there?`,
    ),
    outside.length === 0 ? dryRun : copyThere,
  );
  if (answer === undefined) return;
  for (const file of outside) {
    const copy = Uri.file(resolve(source, basename(file.fsPath)));
    await workspace.fs.copy(file, copy, { overwrite: false });
  }
  if (outside.length > 0) {
    await services.language.tellSourcesChanged();
    const ingest = 'Ingest';
    const copied = `${formatAmount(outside.length, 'file')} copied; ${dataset} can be ingested.`;
    const then = await window.showInformationMessage(plainText(copied), dryRun, ingest);
    if (then === ingest) await commands.executeCommand('pistevo.run.ingest', { folder, dataset });
    if (then === dryRun) await commands.executeCommand('pistevo.run.dryRun', { folder, dataset });
    return;
  }
  await commands.executeCommand('pistevo.run.dryRun', { folder, dataset });
}

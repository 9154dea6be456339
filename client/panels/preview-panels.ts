import { type Disposable, type Uri, window } from 'vscode';
import type { CommandLine } from '../child/command-line.ts';
import { refusalText } from '../running/run-outcome.ts';
import type { RunService } from '../runs/run-service.ts';
import { plainText } from '../text/plain-text.ts';
import { maskedColumns } from './masked-columns.ts';
import { openPanel, type Panel } from './open-panel.ts';
import { parseRows, type Rows } from './parse-rows.ts';

export type PreviewTable = 'target' | 'stage' | 'quarantine';

/** Panels with rows of a dataset, one a table. */
export interface PreviewPanels extends Disposable {
  /** Resolves once the rows are read, with what the page is told; null when there are none to show. */
  open(folder: string, dataset: string, table: PreviewTable): Promise<PreviewMessage | null>;
}

export interface PreviewMessage extends Rows {
  readonly kind: 'preview';
  readonly dataset: string;
  readonly table: PreviewTable;
  /** How many rows were asked for: there may be more. */
  readonly limit: number;
  /** Columns whose clear values are kept out of every table. */
  readonly masked: readonly string[];
}

export const previewLimit = 1000;

export interface PreviewPanelsOptions {
  readonly extensionUri: Uri;
  readonly commandLine: CommandLine;
  readonly runs: RunService;
}

export function createPreviewPanels({
  extensionUri,
  commandLine,
  runs,
}: PreviewPanelsOptions): PreviewPanels {
  const panels = new Map<string, Panel>();
  const messages = new Map<string, PreviewMessage>();

  const read = async (
    folder: string,
    dataset: string,
    table: PreviewTable,
  ): Promise<PreviewMessage | null> => {
    const options = ['--project', folder, '--json', '--rows', String(previewLimit), '--no-color'];
    const which = table === 'target' ? [] : [`--${table}`];
    const answer = await commandLine.ask(['preview', ...options, ...which, '--', dataset], folder);
    if (answer.code !== 0) {
      void window.showErrorMessage(plainText(refusalText(answer.notes)));
      return null;
    }
    const masked = await maskedColumns(runs.store.all(), folder, dataset);
    return { kind: 'preview', dataset, table, limit: previewLimit, masked, ...parseRows(answer.text) };
  };
  const show = (folder: string, dataset: string, table: PreviewTable) => {
    const key = [folder, dataset, table].join('\n');
    const known = panels.get(key);
    if (known !== undefined) {
      known.send();
      known.reveal();
      return;
    }
    const opened = openPanel({
      extensionUri,
      type: 'pistevo.preview',
      bundle: 'preview',
      title: plainText(table === 'target' ? dataset : `${dataset}: ${table}`),
      message: () => messages.get(key),
      onMessage({ kind }) {
        if (kind === 'refresh')
          void read(folder, dataset, table).then((message) => {
            if (message !== null) messages.set(key, message);
            panels.get(key)?.send();
          });
      },
    });
    panels.set(key, opened);
    opened.onDidClose(() => {
      panels.delete(key);
      messages.delete(key);
    });
  };
  return {
    async open(folder, dataset, table) {
      const message = await read(folder, dataset, table);
      if (message === null) return null;
      messages.set([folder, dataset, table].join('\n'), message);
      show(folder, dataset, table);
      return message;
    },
    dispose() {
      for (const { panel } of panels.values()) panel.dispose();
    },
  };
}

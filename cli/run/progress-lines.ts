import type { RunEvent } from '../../core/contracts/event.ts';
import { formatAmount, formatBytes, formatDuration } from '../../core/report/amounts.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import { doing, type Progress } from './progress.ts';

/** Progress as plain lines, for CI and logs: one for each file and each stage that took part, none that is rewritten. */
export function progressLines(write: (line: string) => void): Progress {
  return {
    show(dataset, event) {
      const line = lineOf(event);
      if (line !== null) write(`${visibleText(dataset)}: ${line}`);
    },
    say: write,
    close() {},
  };
}

/** What an event has to say in a line; null when it says nothing that stays. */
export function lineOf(event: RunEvent): string | null {
  switch (event.kind) {
    case 'run-started':
      return `run ${event.runId} started${event.isDryRun ? ' (dry run)' : ''}`;
    case 'file-seen': {
      const why = event.reason === undefined ? '' : `: ${event.reason}`;
      return visibleText(
        `${event.file} (${formatBytes(event.sizeBytes)}) ${event.state.replace('_', ' ')}${why}`,
      );
    }
    case 'stage-ended': {
      const rows = event.rows > 0 ? `, ${formatAmount(event.rows, 'row')}` : '';
      return `${doing[event.stage]} took ${formatDuration(event.elapsedMs)}${rows}`;
    }
    case 'warning':
      return `warning ${visibleText(event.code)}: ${visibleText(event.message)}`;
    case 'run-ended':
      return event.status.replace('_', ' ');
    default:
      return null;
  }
}

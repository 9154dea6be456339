import type { RunEvent } from '../../core/contracts/event.ts';
import { countsText, doing, rowsText } from '../runs/describe-run.ts';
import { formatAmount, formatCount, formatDuration } from '../text/amounts.ts';
import { plainText } from '../text/plain-text.ts';

/** One event as a line of a log; null for those that only move a display. */
export function eventText(event: RunEvent): string | null {
  const text = textOf(event);
  return text === null ? null : `${event.at.slice(11, 19)}  ${plainText(text)}`;
}

function textOf(event: RunEvent): string | null {
  switch (event.kind) {
    case 'run-started': {
      const where = event.environment === null ? '' : `, environment ${event.environment}`;
      return `${event.isDryRun ? 'Dry run' : 'Run'} of ${event.dataset} on ${event.engine}${where} (${event.runId})`;
    }
    case 'stage-started':
      return `${doing[event.stage]} …`;
    case 'stage-ended':
      return `${doing[event.stage]}: ${rowsText(event)} in ${formatDuration(event.elapsedMs)}`;
    case 'file-seen':
      return `file ${event.file}: ${event.state.replace('_', ' ')}${event.reason === undefined ? '' : `, ${event.reason}`}`;
    case 'file-read':
      return `file ${event.file}: ${formatAmount(event.records, 'record')}, ${formatCount(event.malformed)} malformed`;
    case 'drift-seen': {
      const parts = [
        ...(event.missing.length === 0 ? [] : [`missing ${event.missing.join(', ')}`]),
        ...(event.unknown.length === 0 ? [] : [`unknown ${event.unknown.join(', ')}`]),
        ...(event.isReordered ? ['another order'] : []),
      ];
      return `file ${event.file}: columns differ from the schema: ${parts.join('; ')}`;
    }
    case 'rule-result': {
      if (event.failing === 0) return null;
      const places = event.samples.map(({ file, line }) => `${file}:${line}`).join(', ');
      return `rule ${event.rule}: ${formatAmount(event.failing, 'record')}, ${event.severity}${places === '' ? '' : ` (${places})`}`;
    }
    case 'warning':
      return `warning ${event.code}: ${event.message}`;
    case 'committed':
      return `committed: ${countsText(event.counts) || 'no row has changed'}`;
    case 'run-ended':
      return `ended: ${event.status.replace('_', ' ')}${event.reason === undefined ? '' : `. ${event.reason}`}`;
    default:
      return null;
  }
}

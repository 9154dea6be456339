import { MultiBar, type SingleBar } from 'cli-progress';
import type { RunEvent, Stage, StageProgress } from '../../core/contracts/event.ts';
import { formatAmount, formatBytes, formatDuration } from '../../core/report/amounts.ts';
import type { Paint } from '../../core/report/paint.ts';
import { visibleText } from '../../core/report/visible-text.ts';
import type { CommandContext } from '../terminal/context.ts';
import { doing, type Progress } from './progress.ts';

const barWidth = 24;
const steps: readonly Stage[] = [
  'discover',
  'read',
  'stage',
  'check',
  'gate',
  'merge',
  'commit',
  'archive',
  'report',
];
/** Reading and staging are most of the work, and the part whose size is known: half of a bar. */
const weights: Readonly<Record<Stage, number>> = {
  discover: 2,
  read: 25,
  stage: 25,
  check: 10,
  gate: 1,
  merge: 17,
  commit: 10,
  archive: 9,
  report: 1,
};

/** How one dataset's run stands. */
interface Standing {
  readonly bar: SingleBar;
  readonly startedAt: number;
  /** null while it goes on. */
  endedAt: number | null;
  share: number;
  text: string;
  colour: (text: string) => string;
}

/** Progress as one moving line a dataset, on a terminal's stderr. */
export function progressBars(datasets: readonly string[], context: CommandContext): Progress {
  const { notePaint: paint } = context;
  const standings = new Map<string, Standing>();
  const width = Math.max(8, ...datasets.map((name) => visibleText(name).length));
  const bars = new MultiBar({
    stream: process.stderr,
    fps: 10,
    hideCursor: true,
    linewrap: false,
    format: (_options, _params, payload: { name: string; standing: Standing | null }) => {
      if (payload.standing === null) return '';
      const { share, text, startedAt, endedAt, colour } = payload.standing;
      const filled = Math.round(share * barWidth);
      const bar = colour('█'.repeat(filled)) + paint.dim('░'.repeat(barWidth - filled));
      const elapsed = formatDuration((endedAt ?? context.now().getTime()) - startedAt);
      return `${payload.name.padEnd(width)} ${bar} ${text} ${paint.dim(elapsed)}`;
    },
  });
  return {
    show(dataset, event) {
      const standing = standings.get(dataset) ?? open(dataset);
      advance(standing, event, paint);
      standing.bar.update(Math.round(standing.share * 100), { name: visibleText(dataset), standing });
      if (event.kind === 'warning')
        bars.log(`${paint.yellow('warning')}: ${visibleText(`${dataset}: ${event.message}`)}\n`);
    },
    say(line) {
      bars.log(`${line}\n`);
    },
    close() {
      bars.stop();
    },
  };

  function open(dataset: string): Standing {
    const bar = bars.create(100, 0, { name: visibleText(dataset), standing: null });
    const standing: Standing = {
      bar,
      startedAt: context.now().getTime(),
      endedAt: null,
      share: 0,
      text: '',
      colour: paint.cyan,
    };
    standings.set(dataset, standing);
    return standing;
  }
}

function advance(standing: Standing, event: RunEvent, paint: Paint): void {
  if (event.kind === 'stage-started') {
    standing.share = Math.max(standing.share, shareBefore(event.stage));
    standing.text = doing[event.stage];
  } else if (event.kind === 'stage-progress') {
    const within =
      event.totalBytes === undefined || event.totalBytes === 0 ? 0 : event.bytes / event.totalBytes;
    const share = shareBefore(event.stage) + (Math.min(1, within) * weights[event.stage]) / 100;
    standing.share = Math.max(standing.share, share);
    standing.text = `${doing[event.stage]} ${amounts(event)}`;
  } else if (event.kind === 'run-ended') {
    standing.share = 1;
    standing.endedAt = Date.parse(event.at);
    standing.colour = event.exitCode === 0 ? paint.green : paint.red;
    standing.text = event.status.replace('_', ' ');
  }
}

function shareBefore(stage: Stage): number {
  return steps.slice(0, steps.indexOf(stage)).reduce((sum, step) => sum + weights[step], 0) / 100;
}

function amounts(event: StageProgress): string {
  const rows = event.rows > 0 ? formatAmount(event.rows, 'row') : '';
  if (event.totalBytes === undefined) return rows;
  return `${rows} ${formatBytes(event.bytes)} of ${formatBytes(event.totalBytes)}`.trim();
}

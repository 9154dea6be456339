import type {
  FileSeen,
  RuleResult,
  RunCounts,
  RunEvent,
  Stage,
  StageProgress,
} from '../../core/contracts/event.ts';

export interface StageState {
  readonly stage: Stage;
  readonly rows: number;
  readonly bytes: number;
  readonly totalBytes: number | null;
  /** null while the stage goes on. */
  readonly elapsedMs: number | null;
}

/** What the events of a run tell so far. */
export interface RunProgress {
  /** The last event that is counted in; 0 before the first. */
  readonly seq: number;
  readonly stages: readonly StageState[];
  /** Rules that some record breaks, the last word on each. */
  readonly broken: readonly RuleResult[];
  readonly files: readonly FileSeen[];
  readonly warnings: readonly { readonly code: string; readonly message: string }[];
  /** Log streams with something in them. */
  readonly streams: readonly string[];
  readonly counts: RunCounts | null;
}

export const noProgress: RunProgress = {
  seq: 0,
  stages: [],
  broken: [],
  files: [],
  warnings: [],
  streams: [],
  counts: null,
};

/** The progress after one more event. An event that is counted in already changes nothing: streams may overlap. */
export function foldEvent(progress: RunProgress, event: RunEvent): RunProgress {
  if (event.seq <= progress.seq) return progress;
  return { ...progress, ...changeOf(progress, event), seq: event.seq };
}

function changeOf(progress: RunProgress, event: RunEvent): Partial<RunProgress> {
  switch (event.kind) {
    case 'stage-started':
      return {
        stages: [
          ...progress.stages,
          { stage: event.stage, rows: 0, bytes: 0, totalBytes: null, elapsedMs: null },
        ],
      };
    case 'stage-progress':
      return { stages: replaceStage(progress.stages, advanced(event)) };
    case 'stage-ended': {
      const { stage, rows, elapsedMs } = event;
      return {
        stages: replaceStage(progress.stages, { stage, rows, bytes: 0, totalBytes: null, elapsedMs }),
      };
    }
    case 'rule-result': {
      const others = progress.broken.filter(({ rule }) => rule !== event.rule);
      return { broken: event.failing > 0 ? [...others, event] : others };
    }
    case 'file-seen':
      return { files: [...progress.files.filter(({ file }) => file !== event.file), event] };
    case 'warning':
      return { warnings: [...progress.warnings, { code: event.code, message: event.message }] };
    case 'log-advanced':
      return progress.streams.includes(event.stream) ? {} : { streams: [...progress.streams, event.stream] };
    case 'committed':
    case 'run-ended':
      return { counts: event.counts };
    default:
      return {};
  }
}

function advanced({ stage, rows, bytes, totalBytes }: StageProgress): StageState {
  return { stage, rows, bytes, totalBytes: totalBytes ?? null, elapsedMs: null };
}

/** Progress may arrive without a start when a reader comes late. */
function replaceStage(stages: readonly StageState[], next: StageState): readonly StageState[] {
  const at = stages.findLastIndex(({ stage }) => stage === next.stage);
  return at === -1 ? [...stages, next] : stages.with(at, next);
}

import { visibleText } from '../../core/report/visible-text.ts';
import type { Explanation } from '../../engine/local/explain.ts';

/** What became of a record, as a sentence. */
export function fateText({ fate }: Explanation, dataset: string): string {
  switch (fate.kind) {
    case 'malformed':
    case 'quarantined': {
      const why = fate.kind === 'malformed' ? 'It could not be read as a record' : 'It was quarantined';
      if (fate.resolvedRun === null) return `${why}, and is in quarantine still.`;
      return `${why}; run ${fate.resolvedRun} brought it through later.`;
    }
    case 'superseded':
      return `Another record of the delivery has the same key and is newer: ${visibleText(fate.by.file)}:${fate.by.line}.`;
    case 'inserted':
      return 'It was inserted, and the row is as it came.';
    case 'updated':
      return 'It changed the row of its key, and the row is as it came.';
    case 'unchanged':
      return 'The target held the same row already.';
    case 'stale':
      return 'It is older than the row that the target held.';
    case 'deleted':
      return 'It removed the row of its key (`delete_when`).';
    case 'replaced':
      return fate.by === null
        ? 'It reached the target, and a later run removed the row.'
        : `It reached the target, and run ${fate.by} changed the row since.`;
    case 'accepted':
      return `It was accepted; its staged form is not kept any more, or is of an older plan of \`${dataset}\`.`;
  }
}

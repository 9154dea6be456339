import type { Range } from '../../contracts/finding.ts';
import type { Cursor } from '../../syntax/yaml/cursor/read-cursor.ts';
import type { ProjectView } from '../project-view.ts';

export type CompletionKind =
  | 'key'
  | 'value'
  | 'type'
  | 'column'
  | 'dataset'
  | 'environment'
  | 'variable'
  | 'function'
  | 'keyword';

/** One thing that could be written at a cursor. */
export interface Completion {
  readonly label: string;
  readonly kind: CompletionKind;
  /** A few words beside the label. */
  readonly detail?: string;
  /** Markdown; what users wrote is escaped in it. */
  readonly documentation?: string;
  /** With `isSnippet`, in the snippet grammar of the language server protocol; lines below the first are indented from it. */
  readonly insertText: string;
  readonly isSnippet: boolean;
  /** On one line, and around the cursor. */
  readonly replaceRange: Range;
  /** What is typed is matched against this: the label, after the quote that stands in the range. */
  readonly filterText: string;
  readonly sortText: string;
  /** A value follows that can be completed at once. */
  readonly isContinued: boolean;
}

/** A completion before it is put at its place. */
export interface Proposal {
  readonly label: string;
  readonly kind: CompletionKind;
  readonly detail?: string | undefined;
  readonly documentation?: string | undefined;
  /** The label when left out. */
  readonly insertText?: string;
  readonly isSnippet?: boolean;
  readonly isContinued?: boolean;
  /** Smaller comes first; proposals of equal rank keep their order. */
  readonly rank?: number;
}

/** A cursor in one of the project's YAML files. */
export interface Asking {
  readonly view: ProjectView;
  readonly file: string;
  readonly text: string;
  readonly offset: number;
  readonly cursor: Cursor;
}

/** What is written from the start of the scalar or key at the cursor up to it, without its quote. */
export function typedText({ text, offset, cursor }: Asking): string {
  return text.slice(cursor.range.start, offset).replace(/^["']/, '');
}

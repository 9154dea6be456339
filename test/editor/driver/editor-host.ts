export interface EditorOptions {
  /** Names the editor's own folder: sessions of one name are windows of one editor. */
  readonly name: string;
  /** Whether folders are trusted without a question. */
  readonly isTrusting: boolean;
  /** A package to install first; null to test the development folder. */
  readonly vsix: string | null;
  /** File for the suite's results. */
  readonly results: string;
}

export interface WindowOptions {
  readonly folder: string;
  /** Extension that is loaded from its folder. */
  readonly developmentPath: string;
  readonly testsPath: string;
}

/** One way to a real VS Code. */
export interface EditorHost {
  /** Opens a window, runs a suite in it and closes it; what went wrong outside of the suite is told as a sentence. */
  run(editor: EditorOptions, window: WindowOptions): Promise<string | null>;
  close(): Promise<void>;
}

export const longestWindowMs = 180_000;

/** A place in a file, as the language server tells it: lines and characters from 0, UTF-16. */
export interface PlaceInfo {
  readonly uri: string;
  readonly range: {
    readonly start: { readonly line: number; readonly character: number };
    readonly end: { readonly line: number; readonly character: number };
  };
}

export interface DatasetInfo {
  readonly name: string;
  readonly place: PlaceInfo | null;
  /** Where its deliveries come from: a path from the project's folder, or a URI; absent without a source. */
  readonly source?: string;
  /** Files that wait to be ingested; absent where that is not known. */
  readonly sourceFiles?: number;
}

/** One project of the workspace, as the server answers `pistevo/projects`. */
export interface ProjectInfo {
  /** URI of the project's folder. */
  readonly root: string;
  readonly environments: readonly string[];
  /** The environment that counts without another choice. */
  readonly environment: string | null;
  readonly datasets: readonly DatasetInfo[];
}

import type { SourceFacts } from '../core/checks/facts.ts';
import type { Project } from '../core/model/project.ts';

/** A file's text with a stamp that differs whenever the file has changed. */
export interface HostFile {
  readonly text: string;
  readonly stamp: string;
}

/** What lies in the source of one dataset. */
export interface SourceLook {
  /** Files that a run would take up. */
  readonly files: number;
  /** What the first of them looks like; null without a readable one. The identical object while the file is the same. */
  readonly facts: SourceFacts | null;
}

/**
 * Everything that the server knows from outside the texts that an editor sends. Folders and files are URIs without a
 * trailing `/`. A file or folder that is not there, or cannot be read, is null or an empty list: never an exception.
 */
export interface Host {
  readFile(uri: string): Promise<HostFile | null>;
  /** Of the file as it is now; null when there is none. */
  stampOf(uri: string): Promise<string | null>;
  /** Folders of projects in and below a folder. */
  findProjects(folder: string): Promise<readonly string[]>;
  /** Names of the `.sql` files directly in a folder. */
  listScripts(folder: string): Promise<readonly string[]>;
  /**
   * What waits in one dataset's source; `project` holds that dataset alone. Null where that cannot be told. Asking again
   * costs a look at the folder while the file is the same.
   */
  probe(root: string, project: Project): Promise<SourceLook | null>;
  /** Address of the page about a finding's code; null when the page is not at hand. */
  pageOf(code: string): string | null;
  /** Variables of the process, which win over those of the configuration. */
  readonly variables: Readonly<Record<string, string>>;
  /** Milliseconds of a clock that only goes forward. */
  now(): number;
  /** Runs after everything that has already arrived; gives the means to call it off. */
  soon(run: () => void): () => void;
  /** Runs after a time in milliseconds. */
  later(run: () => void, delayMs: number): () => void;
  /** Version of the product. */
  readonly version: string;
}

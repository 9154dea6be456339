import type { Range } from '../contracts/finding.ts';
import type { Project } from '../model/project.ts';

/** What a sample of a source's waiting file says about the dataset: names and counts, never values. */
export interface ViewFacts {
  /** By dataset; absent where the source could not be read. */
  readonly sources: Readonly<
    Record<
      string,
      {
        /** Path of the file, as people should see it. */
        readonly file: string;
        readonly headers: readonly string[];
        /** Sampled records. */
        readonly samples: number;
        /** By header as delivered. */
        readonly columns: Readonly<
          Record<string, { readonly values: number; readonly fitting: number; readonly blank: number }>
        >;
      }
    >
  >;
}

/** Everything that an editor knows of one project at one moment. Verbs of this room read it and change nothing. */
export interface ProjectView {
  readonly project: Project;
  /** Texts of the YAML files by project path, unsaved ones as they are in the editor. */
  readonly documents: Readonly<Record<string, string>>;
  /** Texts of `sql_scripts/*.sql` by project path. */
  readonly scripts: Readonly<Record<string, string>>;
  /** What is known of the data itself; absent until a source has been read. */
  readonly facts?: ViewFacts;
}

/** A cursor. */
export interface Place {
  /** Path of the file relative to the project's root, with `/`. */
  readonly file: string;
  /** UTF-16 code units from the start of the file. */
  readonly offset: number;
}

/** A span of a file of the project. */
export interface Location {
  readonly file: string;
  readonly range: Range;
}

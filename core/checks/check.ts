import type { Finding, Severity } from '../contracts/finding.ts';
import type { ColumnType } from '../contracts/plan.ts';
import type { Project } from '../model/project.ts';
import type { WrittenReference } from './support/references.ts';

/** What a sample of a source's values says about one of its columns. Counts only, never values. */
export interface ColumnFacts {
  /** Sampled values that are not blank. */
  readonly values: number;
  /** Those of `values` that fit the column's declared type and formats. */
  readonly fitting: number;
  /** Sampled values that are blank. */
  readonly blank: number;
  /** A type (with formats, for dates and timestamps) that more of the sampled values fit than the declared one. */
  readonly better?: {
    readonly type: ColumnType;
    readonly formats: readonly string[];
    readonly fitting: number;
  };
}

/** What the first waiting file of a source looks like. */
export interface SourceFacts {
  /** Path of the file, as people should see it. */
  readonly file: string;
  /** Header names as delivered, in order, doubles kept. */
  readonly headers: readonly string[];
  /** Sampled records. */
  readonly samples: number;
  /** By header name as delivered. */
  readonly columns: Readonly<Record<string, ColumnFacts>>;
}

/** What is known of the data itself, by dataset; a dataset whose source could not be read is absent. */
export interface ProjectFacts {
  readonly sources: Readonly<Record<string, SourceFacts>>;
}

export interface CheckContext {
  readonly project: Project;
  readonly facts: ProjectFacts | null;
  /** Every code that a finding may carry: those of all checks and those of loading a project. */
  readonly codes: ReadonlyMap<string, Severity>;
  /** Those of `codes` that stand in SQL. */
  readonly sqlCodes: ReadonlySet<string>;
  /** Every reference of the project's datasets. */
  readonly references: readonly WrittenReference[];
}

/** A finding before its check's code and severity are put on it. */
export interface Discovery extends Omit<Finding, 'code' | 'severity'> {
  /** Where a case of the check weighs less than its severity says. */
  readonly severity?: Severity;
}

/**
 * One kind of mistake, looked for in up to three ways. `severity` is the default, and `lint.severity` changes it; an `error` is a mistake that makes a
 * run impossible or wrong, and can therefore not be turned down.
 */
export interface ProjectCheck {
  readonly code: string;
  readonly severity: Severity;
  /** What is wrong, in a few words, for lists and SARIF. */
  readonly title: string;
  /** What only the whole project shows. */
  run?(context: CheckContext): readonly Discovery[];
  /** What the configuration alone shows, of the environment that is chosen. */
  runConfig?(context: CheckContext): readonly Discovery[];
  /**
   * What the two entries of a dataset show, and the facts of its source. The project holds that dataset alone; its files are
   * whole, but what stands in other entries is not to be read: the answer is kept until these entries change.
   */
  runDataset?(context: CheckContext): readonly Discovery[];
}

import type { Finding, Severity } from '../contracts/finding.ts';
import { configFile, type Dataset, type Project } from '../model/project.ts';
import { drain, type Steps } from '../text/drain.ts';
import { allChecks } from './all.ts';
import type { CheckContext, Discovery, ProjectCheck, ProjectFacts } from './check.ts';
import { applySilences } from './silence/apply-silences.ts';
import { silenceCodes } from './silence/silence-codes.ts';
import { allSqlChecks } from './sql/all.ts';
import { checkScripts } from './sql/check-scripts.ts';
import { readingCodes } from './sql/reading-codes.ts';
import { applyLint } from './support/apply-lint.ts';
import { type CheckCache, createCheckCache } from './support/check-cache.ts';
import { createBasis, type KeptFindings, keepFindings, reuseFindings } from './support/keep-findings.ts';
import { loadingCodes } from './support/loading-codes.ts';
import { references } from './support/references.ts';

/** Every code that a finding of this version may carry, with its default severity. */
export function findingCodes(): ReadonlyMap<string, Severity> {
  const all = [...loadingCodes, ...readingCodes, ...silenceCodes, ...allChecks, ...allSqlChecks];
  return new Map<string, Severity>(all.map(({ code, severity }) => [code, severity]));
}

/** The codes of findings in SQL: a project's `lint` may turn each of them down, for a run reads no SQL. */
const sqlCodes: ReadonlySet<string> = new Set([...readingCodes, ...allSqlChecks].map(({ code }) => code));

/**
 * Everything there is to say about a project: what loading it found, and what the checks find across its files, with
 * the project's `lint` settings applied; by file and position. `facts` adds what the sources' own headers and values say.
 * With the `cache` of the last time only what has changed since is checked; the answer is the same.
 */
export function checkProject(
  project: Project,
  facts?: ProjectFacts,
  cache: CheckCache = createCheckCache(),
): readonly Finding[] {
  return drain(checkProjectSteps(project, facts, cache));
}

/** The same with a pause after each dataset. */
export function* checkProjectSteps(
  project: Project,
  facts: ProjectFacts | undefined,
  cache: CheckCache,
): Steps<readonly Finding[]> {
  const context: CheckContext = {
    project,
    facts: facts ?? null,
    codes: findingCodes(),
    sqlCodes,
    references: references(project.datasets, cache.references),
  };
  const findings = [
    ...project.findings,
    ...runAll(context, 'run'),
    ...checkConfig(context, cache),
    ...(yield* checkDatasets(context, cache)),
    ...(yield* checkScripts(project, cache.scripts)),
  ];
  const options = { codes: context.codes, cache: cache.marks, hasFacts: facts !== undefined };
  const heard = applySilences(findings, project, options);
  return applyLint(heard, project).toSorted(compareFindings);
}

/** What loading found, before anything is checked: sooner there, and part of what `checkProject` gives. */
export function loadingFindings(project: Project): readonly Finding[] {
  return applyLint(project.findings, project).toSorted(compareFindings);
}

type Way = 'run' | 'runConfig' | 'runDataset';

function runAll(context: CheckContext, way: Way): readonly Finding[] {
  return allChecks.flatMap((check) => (check[way]?.(context) ?? []).map((found) => toFinding(check, found)));
}

function toFinding(check: ProjectCheck, discovery: Discovery): Finding {
  return { ...discovery, code: check.code, severity: discovery.severity ?? check.severity };
}

/** The order of the datasets is that of the schema, and tells which of two sources is the second. */
function checkConfig(context: CheckContext, cache: CheckCache): readonly Finding[] {
  const { documents, settings, datasets } = context.project;
  const inputs = [documents[configFile], settings, ...datasets.map(({ source }) => source)];
  const { config } = cache;
  const isSame = config?.inputs.every((input, index) => input === inputs[index]);
  if (config !== null && isSame === true && config.inputs.length === inputs.length) return config.findings;
  const findings = runAll(context, 'runConfig');
  cache.config = { inputs, findings };
  return findings;
}

function* checkDatasets(context: CheckContext, cache: CheckCache): Steps<readonly Finding[]> {
  const kept = new Map<string, KeptFindings>();
  const findings: Finding[] = [];
  const basisOf = createBasis(context.project, context.facts);
  for (const dataset of context.project.datasets) {
    const basis = basisOf(dataset);
    const known = basis === null ? null : reuseFindings(cache.datasets.get(dataset.name), basis);
    const found = known?.findings ?? checkDataset(context, dataset);
    const next = known ?? (basis === null ? null : keepFindings(basis, found));
    if (next !== null) kept.set(dataset.name, next);
    for (const finding of found) findings.push(finding);
    yield;
  }
  cache.datasets = kept;
  return findings;
}

function checkDataset(context: CheckContext, dataset: Dataset): readonly Finding[] {
  const project: Project = { ...context.project, datasets: [dataset] };
  const own = context.references.filter(({ owner }) => owner === dataset.name);
  return runAll({ ...context, project, references: own }, 'runDataset');
}

function compareFindings(left: Finding, right: Finding): number {
  return (
    compareText(left.file, right.file) ||
    left.range.start - right.range.start ||
    left.range.end - right.range.end ||
    compareText(left.code, right.code) ||
    compareText(left.message, right.message)
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

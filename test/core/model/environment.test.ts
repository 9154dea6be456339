import { describe, expect, it } from 'vitest';
import { loadProject } from '../../../core/model/load-project.ts';
import { configFile, type Project } from '../../../core/model/project.ts';
import { createProjectCache } from '../../../core/model/project-cache.ts';

const cache = createProjectCache();

function load(
  config: string,
  options: { environment?: string; variables?: Record<string, string> } = {},
): Project {
  return loadProject({ config, schema: 'tables: {}' }, { cache, ...options });
}

const layered = `
target_path: base/
sources:
  a:
    path: in/a
    merge_key: [x, y]
    format: {delimiter: ";", null_values: [a, b]}
environments:
  dev:
    sources:
      a: {merge_key: z, format: {null_values: [c]}}
      extra: {path: in/extra}
  empty:
`;

describe('an environment', () => {
  it('merges mappings deeply and replaces lists and values', () => {
    const [a, extra] = load(layered, { environment: 'dev' }).datasets;
    expect(a?.source).toMatchObject({
      path: 'in/a/',
      mergeKey: ['z'],
      format: { delimiter: ';', nullValues: ['c'] },
    });
    expect(extra?.source?.path).toBe('in/extra/');
  });

  it('may be empty, and none is chosen without a default', () => {
    expect(load(layered, { environment: 'empty' }).findings).toEqual([]);
    const project = load(layered);
    expect(project.environment).toBeNull();
    expect(project.datasets.map((dataset) => dataset.name)).toEqual(['a']);
  });

  it('is where an overriding value has its origin, also below a replaced list', () => {
    const project = load(layered, { environment: 'dev' });
    const pathOf = (...path: (string | number)[]): string => project.originOf(configFile, path).path;
    expect(pathOf('sources', 'a', 'merge_key', 0)).toBe('environments.dev.sources.a.merge_key');
    expect(pathOf('sources', 'a', 'format', 'null_values', 0)).toBe(
      'environments.dev.sources.a.format.null_values[0]',
    );
    expect(pathOf('sources', 'a', 'format', 'delimiter')).toBe('sources.a.format.delimiter');
    expect(pathOf('sources', 'a', 'format')).toBe('sources.a.format');
    expect(pathOf('sources', 'extra', 'load')).toBe('environments.dev.sources.extra');
    expect(pathOf('nothing')).toBe('');
  });

  it('is validated with the rest, and its mistakes are found where they are, once', () => {
    const config =
      'sources: {a: {path: p}}\nenvironments: {dev: {sources: {a: {load: merge}}}, other: {spark: {ansi: x}}}\n';
    const { findings } = load(config, { environment: 'dev' });
    expect(findings.map(({ range }) => config.slice(range.start, range.end)).toSorted()).toEqual([
      'merge',
      'x',
    ]);
  });

  it('need not say what it does not change', () => {
    const config = 'sources: {a: {path: p}}\nenvironments: {dev: {sources: {a: {load: append}}}}\n';
    expect(load(config).findings).toEqual([]);
    expect(load(config, { environment: 'dev' }).datasets[0]?.source?.load).toBe('append');
  });

  it('that does not exist is a finding with the name that is near', () => {
    const wanted = load(layered, { environment: 'dve' });
    expect(wanted.findings).toMatchObject([
      { code: 'unknown-environment', message: 'Environment `dve` is not defined; did you mean `dev`?' },
    ]);
    expect(wanted.environment).toBeNull();
    const usual = 'default_environment: loca\nsources: {}\nenvironments: {local: {}}\n';
    const [finding] = load(usual).findings;
    expect(finding?.fixes?.[0]?.edits[0]?.newText).toBe('local');
    expect(usual.slice(finding?.range.start, finding?.range.end)).toBe('loca');
    expect(load('sources: {}', { environment: 'dev' }).findings[0]?.message).toMatch(
      /add it under `environments:`/,
    );
    expect(load(layered, { environment: 'qqqq' }).findings[0]?.message).toMatch(
      /choose one of `dev`, `empty`/,
    );
  });
});

describe('variables', () => {
  const bucket = `
variables: {bucket: one, n: 7}
target_path: s3a://\${bucket}/t\${n}/
s3_bucket: \${missing:-\${bucket}-x}
sources: {a: {path: "\${root:-in}/$\${x}/"}}
environments: {prod: {variables: {bucket: two}}}
`;

  it('are put into texts, with fallbacks, escapes and one in another', () => {
    const { settings, datasets, findings } = load(bucket);
    expect(findings).toEqual([]);
    expect(settings).toMatchObject({ targetPath: 's3a://one/t7/', s3Bucket: 'one-x' });
    expect(datasets[0]?.source?.path).toBe('in/${x}/');
  });

  it('come from the environment before the project, and from the caller before both', () => {
    expect(load(bucket, { environment: 'prod' }).settings.targetPath).toBe('s3a://two/t7/');
    const given = load(bucket, { environment: 'prod', variables: { bucket: 'three', root: 'r' } });
    expect(given.settings.targetPath).toBe('s3a://three/t7/');
    expect(given.datasets[0]?.source?.path).toBe('r/${x}/');
  });

  it('that are unknown are found where they stand, with the name that is near', () => {
    const config = 'variables: {bucket: b}\ntarget_path: s3a://${buckt}/t\nsources: {}\n';
    const { findings } = load(config);
    expect(findings).toMatchObject([
      {
        code: 'unknown-variable',
        message: 'Variable `buckt` in `target_path` is not defined; did you mean `bucket`?',
      },
    ]);
    expect(config.slice(findings[0]?.range.start, findings[0]?.range.end)).toBe('${buckt}');
  });

  it.each(['a${', 'a${1}', 'a${x', 'a${x:-b', 'a${x:b}', 'a${}'])(
    'that are malformed (%s) are a finding',
    (text) => {
      expect(load(`s3_bucket: "${text}"\nsources: {}\n`, { variables: { x: '1' } }).findings).toMatchObject([
        { code: 'unknown-variable' },
      ]);
    },
  );

  it('that need themselves are a finding at each of them, and end', () => {
    const config = 'variables: {a: "${b}", b: "x${a}", c: "${c}"}\ntarget_path: ${a}\nsources: {}\n';
    const { findings } = load(config);
    expect(findings.length).toBeGreaterThan(0);
    expect(new Set(findings.map((finding) => finding.code))).toEqual(new Set(['unknown-variable']));
  });

  it('that double one another end at a bounded length', () => {
    const names = Array.from(
      { length: 60 },
      (_, index) => `  v${index}: "${index === 0 ? 'xx' : `\${v${index - 1}}\${v${index - 1}}`}"\n`,
    );
    const { findings, settings } = load(`variables:\n${names.join('')}target_path: \${v59}\nsources: {}\n`);
    expect(settings.targetPath.length).toBeLessThan(70_000);
    expect(findings.some((finding) => finding.code === 'invalid-value')).toBe(true);
  });

  it('with deep fallbacks end', () => {
    const text = `${'${a:-'.repeat(5000)}x${'}'.repeat(5000)}`;
    expect(load(`s3_bucket: "${text}"\nsources: {}\n`).findings.length).toBeGreaterThan(0);
  });

  it('of another environment are missed whichever is chosen, once, and its unfinished texts are not judged', () => {
    const config =
      'sources: {a: {path: p}}\nenvironments: {ci: {sources: {a: {load: "${how}"}}}, qa: {variables: {how: upsert}}}\n';
    for (const environment of ['ci', 'qa', undefined]) {
      const { findings } = load(config, environment === undefined ? {} : { environment });
      expect(findings.map(({ code, range }) => [code, config.slice(range.start, range.end)])).toEqual([
        ['unknown-variable', '${how}'],
      ]);
    }
  });

  it('that only another environment would miss are told where they are written, with the near name', () => {
    const config =
      'default_environment: local\nvariables: {bucket: b}\nsources: {a: {path: "s3a://${buket}/a/"}}\nenvironments: {local: {sources: {a: {path: in/}}}, prod: {}}\n';
    const [finding, ...others] = load(config).findings;
    expect(others).toEqual([]);
    expect(config.slice(finding?.range.start, finding?.range.end)).toBe('${buket}');
    expect(finding?.fixes?.[0]?.edits[0]?.newText).toBe('${bucket}');
  });

  it('are texts of the configuration only', () => {
    const schema = 'tables: {a: {columns: {x: {pattern: "${bucket}"}}}}';
    const project = loadProject({ config: bucket, schema }, { cache });
    expect(project.datasets.find((dataset) => dataset.name === 'a')?.table?.columns[0]?.pattern).toBe(
      '${bucket}',
    );
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { allChecks } from '../../../core/checks/all.ts';
import { checkProject, findingCodes } from '../../../core/checks/check-project.ts';
import { silenceCodes } from '../../../core/checks/silence/silence-codes.ts';
import { allSqlChecks } from '../../../core/checks/sql/all.ts';
import { readingCodes } from '../../../core/checks/sql/reading-codes.ts';
import { loadingCodes } from '../../../core/checks/support/loading-codes.ts';
import type { Finding } from '../../../core/contracts/finding.ts';
import { loadProject } from '../../../core/model/load-project.ts';
import { configFile, schemaFile } from '../../../core/model/project.ts';
import { createProjectCache } from '../../../core/model/project-cache.ts';
import { sampleFacts } from './support/sample.ts';

const root = new URL('../../../', import.meta.url);
const everything = [...loadingCodes, ...readingCodes, ...silenceCodes, ...allChecks, ...allSqlChecks];
/** Findings that `lint` may turn down whatever their severity: no run rests on SQL. */
const sqlCodes = [...readingCodes, ...allSqlChecks].map(({ code }) => code);

/** Files of `core/checks` that are not a check. */
const frame = ['all', 'check', 'check-project', 'facts'];
const sqlFrame = ['all', 'check-scripts', 'reading-codes', 'sql-check'];

const rooms = [
  { folder: 'core/checks', checks: allChecks, frame },
  { folder: 'core/checks/sql', checks: allSqlChecks, frame: sqlFrame },
];

/** Pages without an example: it would have to be a file that is not there, or one of megabytes. */
const withoutExample = ['missing-file', 'sql-nesting', 'too-many-entries', 'yaml-limit'];

function filesIn(folder: string, ending: string): readonly string[] {
  const names = readdirSync(new URL(folder, root));
  return names.filter((name) => name.endsWith(ending)).map((name) => name.slice(0, -ending.length));
}

function page(code: string): string {
  return readFileSync(new URL(`docs/findings/${code}.md`, root), 'utf8');
}

describe('every check', () => {
  test('has a code of its own in kebab-case', () => {
    expect(new Set(everything.map(({ code }) => code)).size).toBe(everything.length);
    for (const { code } of everything) expect(code).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect([...findingCodes().keys()].sort()).toEqual(everything.map(({ code }) => code).sort());
  });

  test('is listed, has a file and a test of that name, and no file or test is left over', () => {
    for (const room of rooms) {
      const codes = room.checks.map(({ code }) => code).sort();
      const files = filesIn(`${room.folder}/`, '.ts').filter((name) => !room.frame.includes(name));
      expect([...files].sort()).toEqual(codes);
      const tests = filesIn(`test/${room.folder}/`, '.test.ts').filter(
        (name) => ![...room.frame, 'plannable'].includes(name),
      );
      expect([...tests].sort()).toEqual(codes);
    }
  });

  test('exports one constant, named after its code', async () => {
    for (const { folder, checks } of rooms) {
      for (const check of checks) {
        const name = check.code.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
        const file = new URL(`${folder}/${check.code}.ts`, root).href;
        const module = (await import(file)) as Record<string, unknown>;
        expect(Object.keys(module)).toEqual([name]);
        expect(module[name]).toBe(check);
      }
    }
  });
});

describe('every page', () => {
  test('belongs to a code, and every code has one with its title and severity', () => {
    expect([...filesIn('docs/findings/', '.md')].sort()).toEqual(everything.map(({ code }) => code).sort());
    for (const { code, title, severity } of everything) {
      const [heading, , summary] = page(code).split('\n');
      expect([heading, summary]).toEqual([`# ${code}`, `${title}. Severity: **${severity}**.`]);
    }
  });

  test('shows a mistake that is found, and how to mend it', () => {
    for (const { code } of everything) {
      if (withoutExample.includes(code)) continue;
      expect([code, findingsOf(section(code, 'Wrong')).some((finding) => finding.code === code)]).toEqual([
        code,
        true,
      ]);
      const left = findingsOf(section(code, 'Mended')).filter(
        (finding) => finding.code === code || finding.severity === 'error' || finding.severity === 'warning',
      );
      expect([code, left]).toEqual([code, []]);
    }
  });

  test('says how to silence what may be silenced, and that holds', () => {
    for (const { code, severity } of everything) {
      if (withoutExample.includes(code)) continue;
      const [lint] = blocksOf(section(code, 'Severity and silence'), 'yaml');
      const isFinal = severity === 'error' && !sqlCodes.includes(code);
      expect([code, lint === undefined]).toEqual([code, isFinal]);
      if (lint === undefined) continue;
      const ignore = lint.slice(lint.indexOf('  ignore:'));
      const found = findingsOf(section(code, 'Wrong'), (config) =>
        config.includes('\nlint:\n')
          ? config.replace('\nlint:\n', `\nlint:\n${ignore}`)
          : `${config}lint:\n${ignore}`,
      );
      expect([code, found.filter((finding) => finding.code === code)]).toEqual([code, []]);
    }
  });
});

function section(code: string, title: string): string {
  return page(code).split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
}

function blocksOf(text: string, language: string): readonly string[] {
  return [...text.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(
    (match) => match[1] ?? '',
  );
}

const cache = createProjectCache();
const usualConfig = 'sources:\n  claim:\n    path: source/claim/\n    merge_key: claim_id\n';
const usualSchema = 'tables:\n  claim:\n    columns:\n      claim_id: {required: true}\n';

/** The findings of an example; a file that it does not show is the usual one. */
function findingsOf(example: string, change = (config: string): string => config): readonly Finding[] {
  const blocks = blocksOf(example, 'yaml');
  const shown = (file: string): string | undefined => blocks.find((block) => block.startsWith(`# ${file}\n`));
  const texts = {
    config: change(shown(configFile) ?? usualConfig),
    schema: shown(schemaFile) ?? usualSchema,
    scripts: Object.fromEntries(
      blocksOf(example, 'sql').map((text, index) => [`sql_scripts/${index}.sql`, text]),
    ),
  };
  const project = loadProject(texts, { cache });
  const [csv] = blocksOf(example, 'csv');
  if (csv === undefined) return checkProject(project);
  const columns = project.datasets[0]?.table?.columns ?? [];
  const declared = Object.fromEntries(columns.map(({ name, type, formats }) => [name, { type, formats }]));
  return checkProject(project, sampleFacts('claim', csv, declared));
}

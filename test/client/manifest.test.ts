import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Manifest {
  readonly main: string;
  readonly icon: string;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly category: string;
      readonly enablement?: string;
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, { readonly scope: string }>> };
    readonly snippets: readonly { readonly path: string }[];
    readonly viewsWelcome: readonly { readonly contents: string }[];
    readonly viewsContainers: { readonly activitybar: readonly { readonly icon: string }[] };
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly markdown: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
  };
}

const home = join(import.meta.dirname, '../..');
const manifest = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as Manifest;
const { contributes } = manifest;

/** Ids in the sources: what registers a command names it in a file of its own. */
const written = readdirSync(join(home, 'client/commands'))
  .map((file) => readFileSync(join(home, 'client/commands', file), 'utf8'))
  .flatMap((text) => [...text.matchAll(/id: ['`](pistevo\.[A-Za-z.]+)['`]/g)].map(([, id = '']) => id));
const told = contributes.commands.map(({ command }) => command);
const internal = ['pistevo.run.request', 'pistevo.place.open', 'pistevo.lens.references'];

test('every command that is told of is there, and every other one is internal', () => {
  expect([...told, ...internal].sort()).toEqual([...written].sort());
});

test('menus, welcome texts and steps lead to commands that are there', () => {
  const inMenus = Object.values(contributes.menus)
    .flat()
    .map(({ command }) => command);
  const texts = [
    ...contributes.viewsWelcome.map(({ contents }) => contents),
    ...contributes.walkthroughs.flatMap(({ steps }) =>
      steps.flatMap(({ description, completionEvents }) => [
        description,
        ...completionEvents.map((event) => `command:${event.replace('onCommand:', '')}`),
      ]),
    ),
  ];
  const linked = texts.flatMap((text) =>
    [...text.matchAll(/command:(pistevo\.[A-Za-z.]+)/g)].map(([, id = '']) => id),
  );
  expect([...inMenus, ...linked].filter((id) => !told.includes(id))).toEqual([]);
  expect(linked.length).toBeGreaterThan(5);
});

test('nothing runs without trust but what only looks', () => {
  const free = contributes.commands
    .filter(({ enablement }) => enablement === undefined)
    .map(({ command }) => command);
  expect(free).toEqual([
    'pistevo.project.goToDataset',
    'pistevo.project.refresh',
    'pistevo.server.restart',
    'pistevo.output.show',
    'pistevo.help.walkthrough',
  ]);
});

test('what names an executable is of the machine, and restricted', () => {
  expect(contributes.configuration.properties['pistevo.cli.nodePath']?.scope).toBe('machine');
  expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toContain(
    'pistevo.cli.nodePath',
  );
});

test('the extension wakes up for project files, and not for a name that other tools use', () => {
  expect(manifest.activationEvents.join()).not.toMatch(/\*,|conf\/config|onStartup|onLanguage/);
});

test('every file that is named is there, and every snippet file is JSON', () => {
  const files = [
    manifest.icon,
    ...contributes.snippets.map(({ path }) => path),
    ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.markdown)),
  ];
  expect(files.filter((file) => !existsSync(join(home, file)))).toEqual([]);
  for (const { path } of contributes.snippets)
    expect(JSON.parse(readFileSync(join(home, path), 'utf8'))).toBeTypeOf('object');
  expect(contributes.walkthroughs[0]?.steps).toHaveLength(5);
});

test('texts that the editor shows as they are hold no marks of code', () => {
  const texts = [
    ...contributes.viewsWelcome.map(({ contents }) => contents),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ description }) => description)),
  ];
  expect(texts.filter((text) => text.includes('`'))).toEqual([]);
});

test('steps are done by what has happened, which somebody tells', () => {
  const sources = readdirSync(join(home, 'client'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(home, 'client', file), 'utf8'))
    .join('\n');
  const contexts = contributes.walkthroughs.flatMap(({ steps }) =>
    steps.flatMap(({ completionEvents }) =>
      completionEvents.flatMap((event) => /^onContext:pistevo\.(\w+)$/.exec(event)?.[1] ?? []),
    ),
  );
  expect(contexts).toEqual(['hasProjects', 'hasRuns', 'hasSeenReport']);
  for (const context of contexts) expect(sources).toMatch(new RegExp(`['.]${context}'`));
});

// `npm run screenshots`: docs/images/*.png from a real editor with the example project, and report.png from its HTML report.
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { openBrowser, runExtensionTests } from '../../tools/editor/browse.mjs';
import { editorHindrance, ensureBrowser, ensureEditor } from '../../tools/editor/install.mjs';
import { layEditorFolder, serveEditor } from '../../tools/editor/serve.mjs';
import { layDelivery, layExample } from '../../tools/lay-example.mjs';
import { bundleSuites } from './driver/bundle-suites.ts';
import { longestWindowMs } from './driver/editor-host.ts';
import { prepareSpace, repository } from './driver/space.ts';
import type { SessionResults } from './support/results.ts';

const images = join(repository, 'docs/images');
const size = { width: 1240, height: 810 };
/** Sharp on the screens that pages are read on. */
const scale = 1.5;
/** Hovers, lists and pages fade and grow for a moment after they have come. */
const settleMs = 1500;

const hindrance = editorHindrance();
if (hindrance !== null) throw new Error(`no pictures can be taken: ${hindrance}`);
const browserPath = ensureBrowser();
if (browserPath === null) throw new Error('no Chromium was found; set CHROME to the path of one');

const space = prepareSpace();
const project = join(space, 'billing');
layExample(project);
for (const delivery of ['1-first-load', '2-delta']) {
  layDelivery(project, delivery);
  if (delivery === '1-first-load') pistevo('run', '--all');
}
copyFileSync(
  join(repository, 'samples/deliveries/1-first-load/claim/claim-2026-11-02-clinic.csv'),
  join(space, 'claims.csv'),
);
await shootReport(browserPath);
await shootEditor(browserPath);
rmSync(space, { recursive: true, force: true });

function pistevo(...words: readonly string[]): void {
  // Some records of the samples are broken on purpose, which is no failure of a run.
  execFileSync(process.execPath, [join(repository, 'dist/cli/pistevo.js'), ...words], {
    cwd: project,
    stdio: 'ignore',
  });
}

async function shootReport(path: string): Promise<void> {
  const file = join(space, 'report.html');
  pistevo('report', 'claim', '--format', 'html', '--output', file);
  const { browser, page } = await openBrowser(path, { width: 1120, height: 1230 });
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`file://${file}`);
  await page.screenshot({ path: join(images, 'report.png') });
  await browser.close();
}

async function shootEditor(path: string): Promise<void> {
  const pictures = join(space, 'pictures');
  const results = join(space, 'results.json');
  mkdirSync(pictures);
  const data = join(space, 'editor');
  layEditorFolder(data, {
    'editor.minimap.enabled': false,
    'workbench.tips.enabled': false,
    'window.commandCenter': false,
    'editor.fontSize': 13,
    'editor.stickyScroll.enabled': false,
    'workbench.layoutControl.enabled': false,
    'remote.autoForwardPorts': false,
  });
  const suites = await bundleSuites(space);
  const env = { PISTEVO_RESULTS: results, PISTEVO_PICTURES: pictures };
  const server = await serveEditor(ensureEditor(), data, { isTested: true, env });
  const { browser, page } = await openBrowser(path, size, scale);
  const isOver = { yes: false };
  const ended = runExtensionTests(page, server, {
    developmentPath: repository,
    testsPath: suites.screens,
    folder: project,
    timeoutMs: longestWindowMs,
  }).finally(() => {
    isOver.yes = true;
  });
  const taken = takePictures(page, pictures, () => isOver.yes);
  await ended;
  await taken;
  await browser.close();
  await server.stop();
  const { tests } = JSON.parse(readFileSync(results, 'utf8')) as SessionResults;
  const failed = tests.find(({ kind }) => kind !== 'passed');
  if (failed !== undefined) throw new Error(`${failed.title}: ${failed.message}`);
  for (const file of readdirSync(pictures).filter((name) => name.endsWith('.png'))) {
    copyFileSync(join(pictures, file), join(images, file));
    console.log(`docs/images/${file}`);
  }
}

/** Takes away what the editor tells of itself in a browser, and nothing of the extension. */
async function tidy(page: Page): Promise<void> {
  await page.addStyleTag({
    content: `.statusbar-item:is([id*="remote"], [id*="host"], [id*="ports"], [id*="Ports"], [id*="keyboardLayout"], [id*="notifications"])
      { display: none !important }`,
  });
}

async function takePictures(page: Page, folder: string, isOver: () => boolean): Promise<void> {
  while (!isOver()) {
    const asked = readdirSync(folder).filter((name) => name.endsWith('.asked'));
    const next = asked
      .map((name) => name.replace('.asked', '.png'))
      .find((name) => !existsSync(join(folder, name)));
    if (next !== undefined) {
      await sleep(settleMs);
      const draft = join(folder, `draft-${next}`);
      await tidy(page);
      // Without the title, which tells of a host for tests.
      const top = (await page.locator('.part.titlebar').boundingBox())?.height ?? 0;
      const clip = { x: 0, y: top, width: size.width, height: size.height - top };
      await page.screenshot({ path: draft, clip });
      renameSync(draft, join(folder, next));
    }
    await sleep(100);
  }
}

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type BuildOptions, build } from 'esbuild';
import type { Browser, Page } from 'playwright-core';
import { expect, vi } from 'vitest';
import { panelHtml } from '../../client/panels/panel-html.ts';
import type { PageMessage } from '../../webview/messages.ts';

const repository = join(import.meta.dirname, '../..');

async function load<T>(file: string): Promise<T> {
  return (await import(pathToFileURL(join(repository, file)).href)) as T;
}

/** Path of a Chromium on this machine; null, with a line that says so, where there is none. */
export async function findBrowser(): Promise<string | null> {
  const { ensureBrowser } = await load<{ ensureBrowser(): string | null }>('tools/editor/install.mjs');
  const found = ensureBrowser();
  if (found !== null) return found;
  if (process.env['CI'] === 'true') throw new Error('no Chromium was found; set CHROME to the path of one');
  console.log('not run: tests of the pages need a Chromium; set CHROME to the path of one');
  return null;
}

/** A page of the extension as the editor shows it: in the extension's own frame, under its policy. */
export interface Shown {
  readonly page: Page;
  /** Tells the page something, as the extension does. */
  tell(message: unknown): Promise<void>;
  /** Everything that the page has told the extension, without `ready`. */
  told(): Promise<readonly PageMessage[]>;
  /** What went wrong or was asked for from outside: broken policies, errors, requests. */
  readonly troubles: readonly string[];
}

export interface Pages {
  show(bundle: 'report' | 'preview'): Promise<Shown>;
  close(): Promise<void>;
}

/** The editor's side of a page, inside of it. Runs before the policy binds. */
const editorSide = `
  window.told = [];
  window.broken = [];
  let state;
  window.acquireVsCodeApi = () => ({
    postMessage: (message) => window.told.push(message),
    getState: () => state,
    setState: (next) => { state = next; },
  });
  document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
    window.broken.push(violatedDirective + ' ' + blockedURI));
`;

export async function openPages(executablePath: string): Promise<Pages> {
  const { openBrowser } = await load<{
    openBrowser(path: string): Promise<{ browser: Browser; page: Page }>;
  }>('tools/editor/browse.mjs');
  const { webviewBundle } = await load<{ webviewBundle: BuildOptions }>('tools/build.mjs');
  const { outputFiles = [] } = await build({ ...webviewBundle, write: false });
  const files = new Map(outputFiles.map(({ path, text }) => [path.replace(/^.*[\\/]/, '/'), text]));
  const server = await serve(files);
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const { browser } = await openBrowser(executablePath);
  return {
    async show(bundle) {
      const markup = panelHtml({
        title: bundle,
        script: `${origin}/${bundle}.js`,
        style: `${origin}/${bundle}.css`,
        source: origin,
        nonce: 'dGVzdA',
      });
      files.set('/', markup);
      const page = await browser.newPage({ viewport: { width: 1100, height: 800 } });
      const troubles: string[] = [];
      page.on('pageerror', (error) => troubles.push(error.message));
      page.on('request', (request) => {
        const { origin: asked, pathname } = new URL(request.url());
        if (asked !== origin || !['/', `/${bundle}.js`, `/${bundle}.css`].includes(pathname)) {
          troubles.push(`asked for ${request.url()}`);
        }
      });
      await page.addInitScript(editorSide);
      await page.goto(`${origin}/`);
      // Asked from here: a function that waits in the page would be made of a text, which the page's policy forbids.
      await vi.waitFor(async () => expect(await page.evaluate('told.length')).toBeGreaterThan(0), 10_000);
      return {
        page,
        troubles,
        async tell(message) {
          await page.evaluate(
            `new Promise((resolve) => {
              window.postMessage(${JSON.stringify(message)}, '*');
              setTimeout(() => requestAnimationFrame(() => resolve()), 0);
            })`,
          );
          troubles.push(...(await page.evaluate<string[]>('window.broken.splice(0)')));
        },
        async told() {
          const all = await page.evaluate<PageMessage[]>('window.told');
          return all.filter(({ kind }) => kind !== 'ready');
        },
      };
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}

async function serve(files: ReadonlyMap<string, string>): Promise<Server> {
  const server = createServer((request, response) => {
    const path = request.url ?? '';
    const text = files.get(path);
    const type = path.endsWith('.js') ? 'text/javascript' : path.endsWith('.css') ? 'text/css' : 'text/html';
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': `${type}; charset=utf-8` });
    response.end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

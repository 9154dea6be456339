// A headless Chromium that looks at an editor, and asks nobody outside this machine.
import { chromium } from 'playwright-core';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

/** Opens a browser with one page of the given size, in CSS pixels; `scale`: pixels of the screen for each. */
export async function openBrowser(executablePath, size = { width: 1440, height: 900 }, scale = 1) {
  const browser = await chromium.launch({ executablePath, args: flags });
  const page = await browser.newPage({ viewport: size, deviceScaleFactor: scale });
  return { browser, page };
}

/** Address of a folder in the editor, with a payload of pairs such as `['skipWelcome', 'true']`. */
export function workbenchUrl(server, folder, payload = []) {
  const query = new URLSearchParams({
    folder,
    payload: JSON.stringify([['skipWelcome', 'true'], ...payload]),
  });
  return `${server.url}/?${query}`;
}

/** Address of a folder in the editor with an extension loaded from its own folder. */
export function developmentUrl(server, folder, extension) {
  return workbenchUrl(server, folder, [
    ['extensionDevelopmentPath', `vscode-remote://${server.host}${extension}`],
  ]);
}

/** Runs an extension's test entry in the editor; resolves with its exit code (0: every test passed). */
export async function runExtensionTests(page, server, options) {
  const remote = (path) => `vscode-remote://${server.host}${path}`;
  const ended = new Promise((resolve) => {
    void page.exposeFunction('codeAutomationExit', (code) => resolve(code));
  });
  // The console of a whole editor: what a suite has to tell stands in its results.
  await page.exposeFunction('codeAutomationLog', () => undefined);
  const payload = [
    ['extensionDevelopmentPath', remote(options.developmentPath)],
    ['extensionTestsPath', remote(options.testsPath)],
  ];
  await page.goto(workbenchUrl(server, options.folder, payload));
  const timer = new Promise((resolve) => setTimeout(resolve, options.timeoutMs, 'timeout').unref());
  const code = await Promise.race([ended, timer]);
  if (code === 'timeout')
    throw new Error(`the editor tests did not end within ${options.timeoutMs / 1000} s`);
  return code;
}

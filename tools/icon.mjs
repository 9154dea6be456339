// `node tools/icon.mjs`: draws images/icon.png from images/icon.svg, in a headless Chromium. Marketplaces take no SVG.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './deps.mjs';
import { openBrowser } from './editor/browse.mjs';
import { ensureBrowser } from './editor/install.mjs';

const executable = ensureBrowser();
if (executable === null) throw new Error('no Chromium is here: set CHROME to the path of one');
const { browser, page } = await openBrowser(executable, { width: 256, height: 256 });
const drawing = readFileSync(join(root, 'images/icon.svg'), 'utf8');
await page.setContent(`<style>body { margin: 0; background: transparent }</style>${drawing}`);
await page.screenshot({ path: join(root, 'images/icon.png'), omitBackground: true });
await browser.close();

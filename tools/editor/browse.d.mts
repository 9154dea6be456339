import type { Browser, Page } from 'playwright-core';
import type { EditorServer } from './serve.mjs';

export function openBrowser(
  executablePath: string,
  size?: { readonly width: number; readonly height: number },
  scale?: number,
): Promise<{ browser: Browser; page: Page }>;
export function workbenchUrl(
  server: EditorServer,
  folder: string,
  payload?: readonly (readonly [string, string])[],
): string;
export interface ExtensionTests {
  readonly developmentPath: string;
  /** A CommonJS module that exports `run(): Promise<void>`. */
  readonly testsPath: string;
  readonly folder: string;
  readonly timeoutMs: number;
}
export function runExtensionTests(page: Page, server: EditorServer, tests: ExtensionTests): Promise<number>;

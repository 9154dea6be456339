import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { type LookedPage, lookAtPage, lookAtWorkbench } from '../../../tools/editor/look.mjs';
import type { Look } from '../support/look.ts';

const pauseMs = 100;

export function layLooks(folder: string): string {
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Tells suites what stands in the window: a file `x.asked` in the folder is answered by `x.json`. */
export function lookWhenAsked(page: Page, folder: string): { end(): void } {
  let isOver = false;
  const watch = async () => {
    while (!isOver) {
      const names = existsSync(folder) ? readdirSync(folder) : [];
      for (const name of names.filter((one) => one.endsWith('.asked'))) {
        const answer = join(folder, name.replace('.asked', '.json'));
        if (existsSync(answer)) continue;
        const seen = await look(page).catch((error: unknown) => whyNot(error));
        if (typeof seen === 'string') continue;
        writeFileSync(`${answer}.draft`, JSON.stringify(seen));
        renameSync(`${answer}.draft`, answer);
      }
      await sleep(pauseMs);
    }
  };
  watch().catch((error: unknown) => {
    // A window that closes while it is looked at; whoever asked says that there was no answer.
    if (!isOver) console.error(error);
  });
  return {
    end() {
      isOver = true;
    },
  };
}

/** A frame may go while it is looked at: then it is looked at again. Throws what is anything else. */
function whyNot(error: unknown): string {
  const why = error instanceof Error ? error.message : String(error);
  if (/detached|navigation|destroyed|closed/i.test(why)) return why;
  throw error;
}

async function look(page: Page): Promise<Look> {
  const pages: LookedPage[] = [];
  for (const frame of page.frames()) {
    // Of the frames around it none holds the root of a page of ours.
    if ((await frame.locator('main#root').count()) > 0) pages.push(await frame.evaluate(lookAtPage));
  }
  return { pages, workbench: await page.evaluate(lookAtWorkbench) };
}

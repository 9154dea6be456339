import { setTimeout as sleep } from 'node:timers/promises';

const pauseMs = 40;

/** Asks until the answer is neither null, undefined nor false; throws when it is still so after the time. */
export async function waitFor<T>(
  what: string,
  ask: () => T | PromiseLike<T>,
  timeoutMs = 20_000,
): Promise<Exclude<T, null | undefined | false>> {
  const end = Date.now() + timeoutMs;
  for (;;) {
    const answer = await ask();
    if (answer !== null && answer !== undefined && answer !== false) {
      return answer as Exclude<T, null | undefined | false>;
    }
    if (Date.now() > end) throw new Error(`waited ${timeoutMs} ms for ${what}`);
    await sleep(pauseMs);
  }
}

import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { runInWaves } from '../../../engine/runs/run-in-waves.ts';

const never = new AbortController().signal;
const isFailure = (result: string) => result === 'bad';

describe('runInWaves', () => {
  it('runs a wave side by side and the next one after it, with results in the order of names', async () => {
    const log: string[] = [];
    const results = await runInWaves(
      [['slow', 'quick'], ['child']],
      async (name) => {
        log.push(`+${name}`);
        await wait(name === 'slow' ? 30 : 1);
        log.push(`-${name}`);
        return 'good';
      },
      { parallel: 2, isFailure, signal: never },
    );
    expect(log).toEqual(['+slow', '+quick', '-quick', '-slow', '+child', '-child']);
    expect(results.map((one) => one.name)).toEqual(['slow', 'quick', 'child']);
  });

  it('keeps to the number at once', async () => {
    let now = 0;
    let most = 0;
    const names = Array.from({ length: 9 }, (_, at) => `d${at}`);
    await runInWaves(
      [names],
      async () => {
        now += 1;
        most = Math.max(most, now);
        await wait(2);
        now -= 1;
        return 'good';
      },
      { parallel: 3, isFailure, signal: never },
    );
    expect(most).toBe(3);
  });

  it('lets children of a failed parent run, and tells them which of the earlier waves failed', async () => {
    const heard: Record<string, readonly string[]> = {};
    await runInWaves(
      [['patients', 'provider'], ['claim']],
      async (name, failedBefore) => {
        heard[name] = [...failedBefore];
        return name === 'provider' ? 'bad' : 'good';
      },
      { parallel: 1, isFailure, signal: never },
    );
    expect(heard).toEqual({ patients: [], provider: [], claim: ['provider'] });
  });

  it('starts nothing new after a cancel', async () => {
    const controller = new AbortController();
    const results = await runInWaves(
      [['a', 'b'], ['c']],
      async () => {
        controller.abort();
        return 'good';
      },
      { parallel: 1, isFailure, signal: controller.signal },
    );
    expect(results).toEqual([{ name: 'a', result: 'good' }]);
  });

  it('rejects with a bug of a run only after the others of its wave have ended', async () => {
    let isOtherDone = false;
    const running = runInWaves(
      [['broken', 'other']],
      async (name) => {
        if (name === 'broken') throw new Error('a bug');
        await wait(10);
        isOtherDone = true;
        return 'good';
      },
      { parallel: 2, isFailure, signal: never },
    );
    await expect(running).rejects.toThrow('a bug');
    expect(isOtherDone).toBe(true);
  });
});

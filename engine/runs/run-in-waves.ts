export interface WaveOptions<T> {
  /** How many datasets are run side by side, at least 1. */
  readonly parallel: number;
  /** Whether what came back stands for a failure that later waves should hear of. */
  readonly isFailure: (result: T) => boolean;
  /** Once aborted, nothing new is started. */
  readonly signal: AbortSignal;
}

/**
 * Runs each name of each wave, a wave after the one before it, up to `parallel` at once inside a wave. A failure stops
 * nothing: `runOne` hears which names of earlier waves failed, and their children go on against the last commit of the
 * parent, so that one bad delivery does not hold up the others. Results come in the order of the names; a name that was
 * not started because of the signal has none. Rejects when `runOne` does, after the others of the wave have ended.
 */
export async function runInWaves<T>(
  waves: readonly (readonly string[])[],
  runOne: (name: string, failedBefore: ReadonlySet<string>) => Promise<T>,
  options: WaveOptions<T>,
): Promise<readonly { readonly name: string; readonly result: T }[]> {
  const results = new Map<string, T>();
  const failed = new Set<string>();
  for (const wave of waves) {
    const failedBefore = new Set(failed);
    const waiting = [...wave];
    const work = async () => {
      for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
        if (options.signal.aborted) return;
        const result = await runOne(name, failedBefore);
        results.set(name, result);
        if (options.isFailure(result)) failed.add(name);
      }
    };
    const workers = Math.max(1, Math.min(options.parallel, wave.length));
    const settled = await Promise.allSettled(Array.from({ length: workers }, work));
    const broken = settled.find((worker) => worker.status === 'rejected');
    if (broken !== undefined) throw broken.reason;
  }
  return waves.flat().flatMap((name) => {
    const result = results.get(name);
    return result === undefined ? [] : [{ name, result }];
  });
}

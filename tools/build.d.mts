import type { BuildOptions } from 'esbuild';

export const clientBundle: BuildOptions;
export function build(): Promise<void>;

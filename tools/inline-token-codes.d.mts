import type { Plugin } from 'esbuild';

export declare const inlineTokenCodes: Plugin;
export declare function inlineCodes(
  text: string,
  codes: Readonly<Record<string, Readonly<Record<string, number>>>>,
): string;

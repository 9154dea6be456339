import type { Plugin } from 'esbuild';

export function toShakenModule(text: string, file: string): string;
export function withoutFeatures(text: string): string;
export const shakeLanguageClient: Plugin;

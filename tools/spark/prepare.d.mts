export type SparkVersion = '3.5' | '4.0';

export const sparkVersions: readonly SparkVersion[];

export function preparePython(
  version: SparkVersion,
): { readonly kind: 'python'; readonly python: string } | { readonly kind: 'missing'; readonly what: string };

export function prepareSpark(version: SparkVersion):
  | {
      readonly kind: 'spark';
      readonly python: string;
      readonly env: Readonly<Record<string, string | undefined>>;
    }
  | { readonly kind: 'missing'; readonly what: string };

export const allowed: readonly string[];
export function engineHindrance(platform: string): string | null;
export function layStage(stage: string, platform: string | null): void;

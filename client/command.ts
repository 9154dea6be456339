import type { Services } from './services.ts';

/** One command of the extension. What it returns is for callers that are programs, such as tests. */
export interface Command {
  readonly id: string;
  /** `given`: what a view, a lens or a keybinding passed. */
  run(services: Services, ...given: readonly unknown[]): unknown;
}

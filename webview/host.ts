import type { PageMessage } from './messages.ts';

/** What the editor gives to a page of its own, once. */
interface EditorApi {
  postMessage(message: PageMessage): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): EditorApi;

export interface Host {
  post(message: PageMessage): void;
  /** Where the page was scrolled to when it was last seen, in CSS pixels. */
  scrolledTo(): number;
  keepScroll(top: number): void;
}

/** Connects a page to the extension: `onMessage` gets what is told under `kind`, and the extension is told `ready`. */
export function openHost<M extends { readonly kind: string }>(
  kind: M['kind'],
  onMessage: (message: M, host: Host) => void,
): void {
  const api = acquireVsCodeApi();
  const host: Host = {
    post: (message) => api.postMessage(message),
    scrolledTo() {
      const state = api.getState();
      if (typeof state !== 'object' || state === null || !('top' in state)) return 0;
      return typeof state.top === 'number' ? state.top : 0;
    },
    keepScroll: (top) => api.setState({ top }),
  };
  window.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (typeof data === 'object' && data !== null && 'kind' in data && data.kind === kind)
      onMessage(data as M, host);
  });
  host.post({ kind: 'ready' });
}

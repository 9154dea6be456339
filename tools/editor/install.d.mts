export interface Editor {
  readonly node: string;
  readonly entry: string;
}
export function editorHindrance(): string | null;
export function ensureEditor(): Editor;
export function ensureBrowser(): string | null;

import type { ChildProcess } from 'node:child_process';
import type { Editor } from './install.mjs';

export interface EditorServer {
  readonly url: string;
  readonly host: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
  output(): string;
}
export interface ServeOptions {
  readonly port?: number;
  readonly isTrusting?: boolean;
  readonly isTested?: boolean;
  readonly env?: Readonly<Record<string, string>>;
}
export function folderArguments(folder: string): string[];
export function layEditorFolder(folder: string, settings?: Readonly<Record<string, unknown>>): void;
export function serveEditor(editor: Editor, folder: string, options?: ServeOptions): Promise<EditorServer>;

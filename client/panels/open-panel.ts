import { randomBytes } from 'node:crypto';
import { type Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { panelHtml } from './panel-html.ts';

export interface PanelOptions {
  readonly extensionUri: Uri;
  /** `pistevo.report`, `pistevo.preview`. */
  readonly type: string;
  /** Name of the script and the style sheet in `dist/webview`. */
  readonly bundle: string;
  readonly title: string;
  /** What the page is told when it says that it is ready, and on each `send`. */
  readonly message: () => unknown;
  readonly onMessage: (message: Readonly<Record<string, unknown>>) => void;
}

/** A webview panel whose state is here: its page can be thrown away and drawn again at any time. */
export interface Panel {
  readonly panel: WebviewPanel;
  send(): void;
  reveal(): void;
  onDidClose(listener: () => void): Disposable;
}

export function openPanel(options: PanelOptions): Panel {
  const folder = Uri.joinPath(options.extensionUri, 'dist', 'webview');
  const panel = window.createWebviewPanel(options.type, options.title, ViewColumn.Active, {
    enableScripts: true,
    enableCommandUris: false,
    enableForms: false,
    localResourceRoots: [folder],
  });
  panel.iconPath = Uri.joinPath(options.extensionUri, 'images', 'icon.png');
  const uri = (name: string) => panel.webview.asWebviewUri(Uri.joinPath(folder, name)).toString();
  const send = () => void panel.webview.postMessage(options.message());
  panel.webview.onDidReceiveMessage((message: unknown) => {
    if (typeof message !== 'object' || message === null) return;
    const told = message as Readonly<Record<string, unknown>>;
    if (told['kind'] === 'ready') send();
    else options.onMessage(told);
  });
  panel.webview.html = panelHtml({
    title: options.title,
    script: uri(`${options.bundle}.js`),
    style: uri(`${options.bundle}.css`),
    source: panel.webview.cspSource,
    nonce: randomBytes(18).toString('base64'),
  });
  return {
    panel,
    send,
    reveal: () => panel.reveal(undefined, false),
    onDidClose: (listener) => panel.onDidDispose(listener),
  };
}

export interface PanelHtmlOptions {
  readonly title: string;
  /** URIs that the webview may load. */
  readonly script: string;
  readonly style: string;
  /** Where styles may come from. */
  readonly source: string;
  /** Random, of one page. */
  readonly nonce: string;
}

/** The empty page of a panel: its script draws everything, from messages. Nothing else may load or run. */
export function panelHtml({ title, script, style, source, nonce }: PanelHtmlOptions): string {
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${source}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeMarkup(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeMarkup(title)}</title>
<link rel="stylesheet" href="${escapeMarkup(style)}">
</head>
<body>
<main id="root"></main>
<script nonce="${nonce}" src="${escapeMarkup(script)}"></script>
</body>
</html>
`;
}

function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

import { expect, test } from 'vitest';
import { panelHtml } from '../../../client/panels/panel-html.ts';

const html = panelHtml({
  title: '</title><script>alert(1)</script>"',
  script: 'https://file+.vscode-resource/report.js',
  style: 'https://file+.vscode-resource/report.css',
  source: 'https://*.vscode-cdn.net',
  nonce: 'abc',
});

test('nothing may load or run but the script with the nonce and the style sheet of the extension', () => {
  const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1];
  expect(policy).toBe(
    "default-src 'none'; script-src 'nonce-abc'; style-src https://*.vscode-cdn.net; base-uri 'none'; form-action 'none'",
  );
  expect(html).not.toMatch(/unsafe| style=| on[a-z]+=/);
});

test('a title is text', () => {
  expect(html.match(/<script/g)).toHaveLength(1);
  expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;');
});

// What stands in an editor's window, read by code that runs in its pages.
/* global document, fetch, window */

/** Rows of views and of Problems, and whether anything of theirs was more than text. */
export function lookAtWorkbench() {
  const rows = document.querySelectorAll('.pane-body .monaco-list-row, .markers-panel .monaco-list-row');
  return {
    isHacked: 'hacked' in window,
    images: document.querySelectorAll('img[src="x"]').length,
    rows: [...rows].map((row) => ({
      text: row.textContent ?? '',
      icons: row.querySelectorAll('.label-name .codicon, .label-description .codicon').length,
      links: [...row.querySelectorAll('a')].map(({ href }) => href),
    })),
  };
}

/** A page of the extension: what it shows, and what it lets somebody do who has broken into it. */
export async function lookAtPage() {
  const script = document.createElement('script');
  script.textContent = 'window.injected = 1';
  document.body.append(script);
  const image = document.createElement('img');
  const imageEnd = new Promise((resolve) => {
    image.onload = () => resolve('loaded');
    image.onerror = () => resolve('refused');
  });
  image.src = 'data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw==';
  const broken = [];
  document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
    broken.push(effectiveDirective),
  );
  await fetch('https://127.0.0.1:1/').catch(() => undefined);
  const root = document.querySelector('main#root');
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  const answer = {
    text: root?.textContent ?? '',
    tags: [...new Set([...(root?.querySelectorAll('*') ?? [])].map(({ localName }) => localName))].sort(),
    policy: policy?.getAttribute('content') ?? '',
    isHacked: 'hacked' in window,
    isInjected: 'injected' in window,
    image: await imageEnd,
    broken: [...new Set(broken)].sort(),
  };
  script.remove();
  return answer;
}

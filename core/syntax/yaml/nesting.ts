/**
 * An upper estimate of how deeply a YAML text nests, made without parsing it: the parser is recursive, and on a hostile
 * text its failure would end the process. Levels come from growing indentation, from `- `, `? ` and `: ` within a line, and from
 * open brackets. Brackets in quotes and prose are counted too, but only until the text returns to the indentation of the
 * line that opened them, which real texts do at once.
 */
export function estimateNesting(text: string): number {
  const stack: { readonly indent: number; readonly total: number }[] = [];
  let flow = 0;
  let flowIndent = 0;
  let deepest = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf('\n', start);
    const end = found === -1 ? text.length : found;
    let at = start;
    while (at < end && text.charCodeAt(at) === space) at += 1;
    const indent = at - start;
    start = end + 1;
    if (at === end || text.charCodeAt(at) === hash) continue;
    if (flow > 0 && indent <= flowIndent && !isCloser(text.charCodeAt(at))) flow = 0;
    let top = stack.at(-1);
    while (top !== undefined && top.indent >= indent) {
      stack.pop();
      top = stack.at(-1);
    }
    let levels = 0;
    for (; at < end; at += 1) {
      const code = text.charCodeAt(at);
      if (isOpener(code)) {
        if (flow === 0) flowIndent = indent;
        flow += 1;
      } else if (isCloser(code)) flow = Math.max(0, flow - 1);
      else if ((flow === 0 || code === question) && isIndicator(code) && isBlankCode(text.charCodeAt(at + 1)))
        levels += 1;
      deepest = Math.max(deepest, (top?.total ?? 0) + levels + flow);
    }
    stack.push({ indent, total: (top?.total ?? 0) + Math.max(1, levels) });
  }
  return deepest;
}

const space = 32;
const hash = 35;
const question = 63;

function isOpener(code: number): boolean {
  return code === 91 || code === 123;
}

function isCloser(code: number): boolean {
  return code === 93 || code === 125;
}

function isIndicator(code: number): boolean {
  return code === question || code === 45 || code === 58;
}

/** Space, tab, line end, or (as NaN) the text's end. */
function isBlankCode(code: number): boolean {
  return code === space || code === 9 || code === 10 || code === 13 || Number.isNaN(code);
}

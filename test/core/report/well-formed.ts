/**
 * How many elements of each name an XML text has. Throws where it is not well-formed: tags that do not nest, an attribute
 * without quotes, a bare `&` or `<`, a character that XML forbids. Knows no comments, CDATA or doctypes: ours have none.
 */
export function wellFormed(xml: string): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  const open: string[] = [];
  const rest = xml.replace(/^<\?xml [^?]*\?>/, '').replace(/<[^>]*>/g, (tag) => {
    const match = /^<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>$/.exec(tag);
    if (match === null) throw new Error(`not a tag: ${tag}`);
    const [, closing, name = '', attributes = '', alone] = match;
    checkText(attributes);
    if (closing === '/') {
      if (open.pop() !== name) throw new Error(`</${name}> closes another element`);
      return '';
    }
    counts[name] = (counts[name] ?? 0) + 1;
    if (alone !== '/') open.push(name);
    return '';
  });
  checkText(rest);
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
  return counts;
}

function checkText(text: string): void {
  const bad = /[<]|&(?!(?:amp|lt|gt|quot|#39);)|[\u0000-\u0008\u000b\u000c\u000e-\u001f]/.exec(text);
  if (bad !== null) throw new Error(`not allowed in XML: ${JSON.stringify(bad[0])}`);
}

/** Where a gap stands: before the first statement, between two, behind the last, or in a file without statements. */
export type GapPlace = 'start' | 'between' | 'end' | 'only';

/**
 * What stands between two statements, laid out: comments stay, one on the line of the statement before it stays there, doubled blank lines
 * become one, and what stands on lines of its own has a blank line before it. Gaps with stray semicolons stay as they are.
 */
export function formatGap(gap: string, place: GapPlace): string {
  if (gap.replace(/--.*|\/\*[\s\S]*?\*\//g, '').includes(';')) return gap;
  if (gap.trim() === '') return place === 'start' || place === 'only' ? '' : place === 'end' ? '\n' : '\n\n';
  const isTrailing = place !== 'start' && place !== 'only' && !/^[ \t]*\n/.test(gap);
  const lines = gap
    .trim()
    .split('\n')
    .map((line) => line.trimEnd());
  const kept = lines.filter((line, index) => line !== '' || lines[index - 1] !== '');
  const last = kept.at(-1) ?? '';
  const body = kept.join('\n');
  const head = place === 'start' || place === 'only' ? '' : isTrailing ? ' ' : '\n\n';
  const closes =
    place === 'end' || place === 'only'
      ? '\n'
      : tailOf(gap, { isTrailing, isOneLine: kept.length === 1, last });
  return head + body + closes;
}

interface Comments {
  readonly isTrailing: boolean;
  readonly isOneLine: boolean;
  readonly last: string;
}

/** What leads from the last comment to the statement behind it. */
function tailOf(gap: string, { isTrailing, isOneLine, last }: Comments): string {
  if (isTrailing && isOneLine) return '\n\n';
  if (/\n[ \t]*\n[ \t]*$/.test(gap)) return '\n\n';
  return /\n[ \t]*$/.test(gap) || last.startsWith('--') ? '\n' : ' ';
}

import type { Range } from '../../contracts/finding.ts';
import type { Asking, Completion, Proposal } from './completion.ts';

const most = 200;

/** Puts proposals at a range of the text. Of very many only those remain that what is typed could still become. */
export function placeProposals(
  asking: Asking,
  proposals: readonly Proposal[],
  range: Range = asking.cursor.range,
): readonly Completion[] {
  const { text, offset } = asking;
  const typed = text.slice(range.start, offset);
  const quote = /^["']/.exec(typed)?.[0] ?? '';
  const space = text[range.start - 1] === ':' && range.start === range.end ? ' ' : '';
  const bare = typed.slice(quote.length);
  const kept =
    proposals.length > most ? proposals.filter(({ label }) => couldBecome(bare, label)) : proposals;
  const seen = new Set<string>();
  return kept.flatMap((proposal, index): Completion[] => {
    if (seen.has(proposal.label)) return [];
    seen.add(proposal.label);
    const { label, kind, detail, documentation, insertText = label, rank = 1 } = proposal;
    return [
      {
        label,
        kind,
        ...(detail === undefined || detail === '' ? {} : { detail }),
        ...(documentation === undefined || documentation === '' ? {} : { documentation }),
        insertText: `${space}${insertText}`,
        isSnippet: proposal.isSnippet ?? false,
        replaceRange: range,
        filterText: `${quote}${label}`,
        sortText: `${rank}${String(index).padStart(5, '0')}`,
        isContinued: proposal.isContinued ?? false,
      },
    ];
  });
}

/** Whether the letters typed occur in the label in their order. */
function couldBecome(typed: string, label: string): boolean {
  const wanted = typed.toLowerCase();
  const letters = label.toLowerCase();
  let at = 0;
  for (const letter of wanted) {
    at = letters.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

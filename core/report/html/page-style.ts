/** The page's only style sheet. Colours carry meaning twice: by hue here, by word in the text beside them. */
export const pageStyle = `
:root {
  color-scheme: light dark;
  --ground: #f6f7f9; --card: #ffffff; --ink: #1b2330; --muted: #5c6675; --line: #dfe3e9; --code: #eef1f5;
  --good: #1f8a5b; --mild: #2f6fd0; --calm: #9aa5b4; --late: #7c6bc4; --warn: #b96a00; --bad: #c8322b;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #12161c; --card: #1a2029; --ink: #e6eaf0; --muted: #98a3b3; --line: #2c3542; --code: #232b36;
    --good: #3fb683; --mild: #6aa2f5; --calm: #66717f; --late: #a294e6; --warn: #e0a03c; --bad: #f0736b;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 32px 20px 64px; }
header, section { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 20px 24px; margin-bottom: 16px; }
h1 { font-size: 26px; line-height: 1.2; margin: 0 0 8px; display: flex; gap: 12px; align-items: center; flex-wrap: wrap; overflow-wrap: anywhere; }
h2 { font-size: 16px; margin: 0 0 12px; }
.lead { font-size: 17px; margin: 0 0 16px; overflow-wrap: anywhere; }
.facts { display: flex; flex-wrap: wrap; gap: 8px 32px; margin: 0; }
.facts dt { color: var(--muted); font-size: 12px; }
.facts dd { margin: 0; overflow-wrap: anywhere; }
.badge { font-size: 13px; font-weight: 600; padding: 2px 10px; border-radius: 99px; border: 1px solid currentColor; white-space: nowrap; }
.succeeded { color: var(--good); } .no_input, .cancelled { color: var(--warn); } .rejected, .failed { color: var(--bad); } .quiet { color: var(--muted); }
.figures { display: flex; flex-wrap: wrap; gap: 12px 40px; margin-bottom: 16px; }
.figure { display: flex; flex-direction: column; }
.figure span, .figure small, .muted { color: var(--muted); }
.figure span { font-size: 12px; } .figure small { font-size: 13px; }
.figure strong { font-size: 28px; line-height: 1.2; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; color: var(--muted); font-weight: 500; font-size: 12px; }
th, td { padding: 7px 14px 7px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
tbody tr:last-child td { border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
code { font: 13px/1.5 ui-monospace, "Cascadia Mono", Menlo, Consolas, monospace; background: var(--code); border-radius: 4px; padding: 1px 5px; overflow-wrap: anywhere; }
.severity { font-weight: 600; } .error { color: var(--bad); } .quarantine, .nullify { color: var(--warn); } .warn { color: var(--mild); }
details { margin-top: 12px; } summary { cursor: pointer; color: var(--muted); }
.plain { list-style: none; padding: 0; columns: 2 360px; } .plain li { padding: 2px 0; break-inside: avoid; }
svg.bar { width: 100%; height: 34px; border-radius: 6px; display: block; margin-bottom: 14px; }
svg.trend { width: 100%; height: auto; display: block; } svg.key { width: 11px; height: 11px; }
.past { opacity: .55; } .axis { stroke: var(--line); }
.o-malformed { fill: var(--bad); } .o-quarantined { fill: var(--warn); } .o-inserted { fill: var(--good); } .o-updated { fill: var(--mild); }
.o-unchanged { fill: var(--calm); } .o-superseded { fill: var(--late); } .o-stale { fill: var(--late); opacity: .6; } .o-deleted { fill: var(--ink); }
@media print { body { background: none; } header, section { break-inside: avoid; border: 0; padding: 0; } }
`;

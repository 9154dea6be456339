/** A name as hints are looked for: letters and digits alone, in lower case. `Last_Modified Date` is `lastmodifieddate`. */
export function compactName(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]/g, '');
}

/** The singular of an English table name, as far as an ending tells it. */
export function singular(name: string): string {
  if (/ies$/.test(name)) return name.replace(/ies$/, 'y');
  if (/(ss|us|is)$/.test(name)) return name;
  return name.replace(/(?<=x|ch|sh|ss)es$|s$/, '');
}

/** Tables of people: their `name` and `address` are personal. */
export function isPersonTable(table: string): boolean {
  return /patient|person|people|member|customer|employee|staff|subscriber|user|contact|client|beneficiar|provider|doctor|physician|nurse|guarantor|insured|student|applicant/.test(
    compactName(table),
  );
}

/** Tables of things that have names and addresses, and are nobody. */
export function isOrganisationTable(table: string): boolean {
  return /organi[sz]ation|facilit|hospital|compan|payer|insurer|department|product|store|clinic|pharmac|vendor|supplier|branch|school|agenc/.test(
    compactName(table),
  );
}

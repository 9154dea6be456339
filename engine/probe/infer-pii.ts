import type { ColumnStats } from './column-stats.ts';
import { compactName, isOrganisationTable, isPersonTable } from './name-hints.ts';

const person =
  '(?:patient|person|member|customer|employee|subscriber|user|contact|client|beneficiary|provider|doctor|physician|nurse|guarantor|insured|student|applicant|spouse|mother|father|parent)s?';

/** Names that mean a person wherever they stand. */
const always: readonly (readonly [RegExp, string])[] = [
  [/ssn|socialsecurity|^nino$|^sin$/, 'ssn'],
  [/^(?:.*e)?mail(?:address)?\d?$|email/, 'email'],
  [/passport/, 'passport'],
  [/^drivers?$|driver.?s?licen[cs]e|^dln?$|^licen[cs]e(?:no|num|number)?$/, 'licence'],
  [/^dob$|birth(?:date|day|dt)$|dateofbirth|^birth$/, 'birth_date'],
  [/^dod$|^death(?:date|day|dt)$|dateofdeath|deceaseddate/, 'death_date'],
  [/birthplace|placeofbirth/, 'birth_place'],
  [/^mrn$|medicalrecordn/, 'medical_record'],
  [/creditcard|cardnumber|^iban|bankaccount/, 'payment_account'],
  [
    /^(?:first|last|middle|maiden|given|family|sur|full|legal|preferred)names?$|^[flm]name$|^(?:first|last|maiden|surname|forename)$/,
    'name',
  ],
  [new RegExp(`^${person}(?:first|last|full)?name$`), 'name'],
  [new RegExp(`^${person}.*(?:address|street)`), 'address'],
  [new RegExp(`^${person}.*(?:phone|mobile|fax)`), 'phone'],
  [/^(?:ip|ipaddr|ipaddress)$/, 'ip_address'],
];
/** Names that mean a person unless the table is one of organisations. */
const outsideOrganisations: readonly (readonly [RegExp, string])[] = [
  [
    /^(?:home|street|mailing|billing|residence|residential|postal)?(?:address|addr|street)(?:line)?\d?$/,
    'address',
  ],
  [/phone|^mobile(?:no|number)?$|^cell|^fax/, 'phone'],
];
/** Names that mean a person in a table of people only. */
const insidePersons: readonly (readonly [RegExp, string])[] = [
  [/^names?$/, 'name'],
  [/^(?:lat|latitude|lon|lng|long|longitude)$/, 'location'],
];

/** The kind of personal data that a column's name and the shape of its values speak for, or null. */
export function inferPii(table: string, column: string, stats: ColumnStats): string | null {
  const name = compactName(column);
  const rules = [
    ...always,
    ...(isOrganisationTable(table) ? [] : outsideOrganisations),
    ...(isPersonTable(table) ? insidePersons : []),
  ];
  const named = rules.find(([pattern]) => pattern.test(name))?.[1];
  if (named !== undefined) return named;
  const most = (count: number): boolean => stats.values > 0 && count >= stats.values * 0.8;
  if (most(stats.socialSecurityNumbers)) return 'ssn';
  if (most(stats.emails)) return 'email';
  return most(stats.phones) && !isOrganisationTable(table) ? 'phone' : null;
}

import { foldCase } from '../text/fold-case.ts';
import type { ProjectCheck } from './check.ts';
import { eachColumn } from './support/each-column.ts';

/** Names that hardly ever mean anything else; a guess that is often wrong would only teach people to look away. */
const telling: readonly (readonly [RegExp, string])[] = [
  [/^(ssn|sin|nino|social_?security(_?(no|num|number))?)$/, 'a social security number'],
  [/^(passport|driver_?s?_?licen[cs]e)(_?(no|num|number))?$/, 'an identity document'],
  [/^(dob|birth_?date|date_?of_?birth)$/, 'a date of birth'],
  [/^e_?mail(_?address)?$/, 'an e-mail address'],
  [/^((home|cell|mobile)_?)?(tele)?phone(_?(no|num|number))?$/, 'a telephone number'],
  [/^(first|last|middle|maiden|given|family|sur)_?name$|^[fl]name$/, "a person's name"],
  [/^(credit_?card|iban|bank_?account)(_?(no|num|number))?$/, 'a payment account'],
  [/^(street_?)?address(_?(line)?_?[12])?$/, 'a postal address'],
];

/** A column whose name says that it is personal, without a tag or a mask: a hint, never more, unless a project asks. */
export const likelyPii: ProjectCheck = {
  code: 'likely-pii',
  severity: 'hint',
  title: 'A column looks like personal data by its name',
  runDataset({ project }) {
    return eachColumn(project, ({ column, label, place }) => {
      if (column.pii !== null || column.mask !== null) return [];
      const name = foldCase(column.name).replace(/[\s-]+/g, '_');
      const kind = telling.find(([pattern]) => pattern.test(name))?.[1];
      if (kind === undefined) return [];
      return [
        {
          ...place([], 'key'),
          message: `Column ${label} looks like ${kind}; mask it, or tag it with \`pii\`.`,
        },
      ];
    });
  },
};

import { z } from 'zod';
import { advisedActionCodes, strengths } from '@/app/_domain/advised-action';
import { bindingnesses, confirmations } from '@/app/_domain/advisory';
import { classifications } from '@/app/_domain/classification';
import { countryCodes } from '@/app/_domain/country';
import { type Deadline, deadlineKinds, deadlineSteps } from '@/app/_domain/deadline';
import { parseMarkings } from '@/app/_domain/marking';
import { organisationKinds } from '@/app/_domain/organisation';
import { facets } from '@/app/_domain/origin';
import { productCategories } from '@/app/_domain/product';
import {
  affiliations,
  componentScopes,
  criteriaProblems,
  type Rule,
  type RuleCriteria,
  throughs,
} from '@/app/_domain/rule';
import { systemPurposes } from '@/app/_domain/system';
import { dayField, idField, nameField, textField, urlField } from '@/app/_lib/fields';
import { isIsoDate } from '@/app/_lib/iso-time';
import { shareField } from '@/app/suppliers/ownership/schema';
import { jurisdictions } from './jurisdictions';

/** Codes of a closed list, each once. */
function codesField<Code extends string>(list: readonly [Code, ...Code[]], expected: string) {
  return z
    .array(z.enum(list, expected))
    .max(1000)
    .transform((codes) => [...new Set(codes)]);
}

const recordsField = z
  .array(z.object({ id: idField.nullable(), name: nameField('Give a name.') }))
  .max(200, 'Name at most 200.');

const markingsField = z
  .array(textField(100))
  .max(50)
  .transform((typed) => parseMarkings(typed.join(';')));

/** An ISO date, or null for none. */
const isoDayField = z
  .string()
  .trim()
  .refine((day) => day === '' || isIsoDate(day), 'Enter a day of the calendar, such as 2017-12-01.')
  .transform((day) => (day === '' ? null : day));

const versionField = textField(50);

const criteriaInput = z
  .object({
    countries: codesField(['none', ...countryCodes], 'Choose countries.'),
    facets: codesField(facets, 'Choose by what the country counts.'),
    through: z.enum(throughs, 'Choose whose origin counts.'),
    sharePercent: shareField
      .refine((share) => share === null || Number(share) > 0, 'A share is more than 0 %.')
      .transform((share) => (share === null ? null : Number(share))),
    suppliers: recordsField,
    affiliates: codesField(affiliations, 'Choose affiliates.'),
    products: recordsField,
    categories: codesField(productCategories, 'Choose categories.'),
    exceptSuppliers: recordsField,
    exceptProducts: recordsField,
    components: z.enum(componentScopes, 'Choose whether embedded products count.'),
    classificationMin: z.enum(classifications, 'Choose a classification.').nullable(),
    classificationMax: z.enum(classifications, 'Choose a classification.').nullable(),
    markings: markingsField,
    exceptMarkings: markingsField,
    purposes: codesField(systemPurposes, 'Choose purposes.'),
    exceptPurposes: codesField(systemPurposes, 'Choose purposes.'),
    organisationKinds: codesField(organisationKinds, 'Choose kinds of organisation.'),
    versionFrom: versionField,
    versionTo: versionField,
    onDate: isoDayField,
  })
  .superRefine((criteria, context) => {
    for (const [field, message] of Object.entries(criteriaProblems(criteria))) {
      context.addIssue({ code: 'custom', path: [field], message });
    }
  })
  // What hangs on a criterion that is not used says nothing.
  .transform(
    (criteria): RuleCriteria => ({
      ...criteria,
      through: criteria.countries.length > 0 ? criteria.through : 'nothing',
      sharePercent: criteria.through === 'share' ? criteria.sharePercent : null,
    }),
  );

const deadlineInput = z
  .object({
    step: z.enum(deadlineSteps, 'Choose what is to have happened.'),
    kind: z.enum(deadlineKinds, 'Choose how the day is given.'),
    date: isoDayField,
    days: z.string().trim(),
  })
  .transform(({ step, kind, date, days }, context): Deadline => {
    if (kind === 'date') {
      if (date !== null) return { step, kind, date };
      context.addIssue({ code: 'custom', path: ['date'], message: 'Enter the day.' });
      return z.NEVER;
    }
    if (/^[1-9]\d{0,3}$/.test(days)) return { step, kind, days: Number(days) };
    const message = 'Enter a number of days, from 1 to 9999.';
    context.addIssue({ code: 'custom', path: ['days'], message });
    return z.NEVER;
  });

const ruleInput = z.object({
  code: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$/, 'Use up to 20 letters, digits, points and hyphens.'),
  title: textField(200),
  clause: textField(200),
  criteria: criteriaInput,
  action: z.enum(advisedActionCodes, 'Choose what is asked for.'),
  strength: z.enum(strengths, 'Choose how binding it is.'),
  deadlines: z.array(deadlineInput).max(20, 'Set at most 20 deadlines.'),
}) satisfies z.ZodType<Rule>;

/** The rules of an advisory; a draft may have none yet. */
export const rulesInput = z
  .array(ruleInput)
  .max(50, 'Write at most 50 rules.')
  .superRefine((rules, context) => {
    const codes = rules.map(({ code }) => code);
    for (const [index, code] of codes.entries()) {
      if (codes.indexOf(code) === index) continue;
      const message = 'Another rule has this code.';
      context.addIssue({ code: 'custom', path: [index, 'code'], message });
    }
  });

const issuedOnField = dayField.transform((day, context) => {
  if (day !== null) return day;
  context.addIssue({ code: 'custom', message: 'Enter the day on which it was issued.' });
  return z.NEVER;
});

const otherAdvisory = idField.nullable();

export const advisoryInput = z.object({
  reference: z
    .string()
    .trim()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9.-]{0,59}$/,
      'Use up to 60 letters, digits, points and hyphens, such as NCSC-2017-12-01.',
    ),
  title: nameField('Enter the title.', 300),
  issuer: nameField('Enter who issued it.'),
  jurisdiction: z.enum(jurisdictions, 'Choose a country, or the European Union.'),
  identifier: textField(300),
  audience: textField(2000),
  issuedOn: issuedOnField,
  link: urlField,
  bindingness: z.enum(bindingnesses, 'Choose whether it binds.'),
  confirmation: z.enum(confirmations, 'Choose how it was confirmed.'),
  summary: textField(10_000),
  quotedClause: textField(10_000),
  notes: textField(10_000),
  supersedesId: otherAdvisory,
  amendsId: otherAdvisory,
  rules: rulesInput,
});

/** When the advisory was last changed as far as the person knows, so that nobody's change is lost. */
const seenAt = z.iso.datetime('Load the page again.');

export const advisoryChange = advisoryInput.extend({
  id: idField,
  seenAt,
  /** Kept in the history; asked for where a new version is made. */
  reason: textField(1000),
});

export const activation = z.object({ id: idField, seenAt });

export const withdrawal = z.object({
  id: idField,
  reason: nameField('Say why it is withdrawn.', 1000),
});

export type AdvisoryInput = z.output<typeof advisoryInput>;

/** What the form holds. */
export type AdvisoryValues = z.input<typeof advisoryInput>;
export type RuleValues = z.input<typeof ruleInput>;
export type CriteriaValues = RuleValues['criteria'];
export type DeadlineValues = RuleValues['deadlines'][number];

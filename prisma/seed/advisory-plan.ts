import type { Deadline } from '../../app/_domain/deadline.ts';
import type { OrganisationKind } from '../../app/_domain/organisation.ts';
import type { Day } from './day.ts';
import type { OrganisationName } from './organisations.ts';
import type { PersonKey } from './people.ts';

/** An entry of the library as the sample's officer adopted it. */
export type AdvisoryPlan = {
  libraryId: string;
  /** Days from today; all lie in the past. Without an activation it is still a draft. */
  drafted: number;
  activated?: number;
  /** To which every rule was narrowed, since nothing else binds them here. */
  onlyFor?: readonly OrganisationKind[];
  /** What the officer set in place of the deadlines of these rules. */
  deadlines?: Readonly<Record<string, readonly PlannedDeadline[]>>;
  /** What the officer wrote before the notes of the library. */
  note?: string;
  /** A correction after activation, which makes the next version. */
  corrected?: { day: number; note: string };
  returns?: readonly NilReturn[];
};

export type PlannedDeadline = { step: Deadline['step'] } & ({ on: Day } | { every: number });

/** Somebody's signed statement that an organisation has nothing in scope. */
export type NilReturn = {
  organisation: OrganisationName;
  day: number;
  by: PersonKey;
  statement: string;
};

const regulatorOnly = {
  drafted: -187,
  activated: -184,
  onlyFor: ['regulator'],
} as const;

/** Thirty, sixty and ninety days after the regulator's agreement. */
const directiveDays: readonly PlannedDeadline[] = [
  { step: 'identify', on: -154 },
  { step: 'report', on: -154 },
  { step: 'plan', on: -124 },
  { step: 'begin', on: -94 },
  { step: 'status_report', every: 30 },
];

/** What is in force in the sample, and one that is still being read. */
export const advisoryPlans: readonly AdvisoryPlan[] = [
  {
    libraryId: 'ncsc-2017-12-01',
    drafted: -188,
    activated: -186,
    returns: [
      {
        organisation: 'Exampleshire County Council',
        day: -141,
        by: 'approver',
        statement:
          'The council runs nothing at SECRET or above and no system for national security. Its Russia-based anti-virus falls under the part of the advice that asks for no action.',
      },
    ],
  },
  {
    libraryId: 'ncsc-2022-03-29',
    drafted: -188,
    activated: -185,
    corrected: {
      day: -117,
      note: 'Checked with the centre: the answer may be to live with the risk, provided that somebody wrote down why.',
    },
  },
  {
    ...regulatorOnly,
    libraryId: 'bod-17-01',
    deadlines: { A: directiveDays, B: directiveDays },
    note: 'Binds nobody here but the market regulator, whose agreement with its US counterpart takes the directive over. Its days are counted from that agreement.',
  },
  {
    ...regulatorOnly,
    libraryId: 'ndaa-2018-1634',
    deadlines: { A: [{ step: 'complete', on: 30 }] },
    note: 'Binds nobody here but the market regulator, whose agreement with its US counterpart carries the clause and sets a day of its own.',
  },
  {
    ...regulatorOnly,
    libraryId: 'ro-law-354-2022',
    deadlines: { A: [{ step: 'complete', on: 45 }], B: [{ step: 'complete', on: 45 }] },
    note: 'Binds nobody here but the market regulator, which supervises together with its Romanian counterpart. The day is the one of their agreement; that of the law had passed before it.',
  },
  {
    libraryId: 'uk-cctv-2022-11-24',
    drafted: -187,
    activated: -183,
    deadlines: {
      B: [
        { step: 'plan', on: -20 },
        { step: 'complete', on: 160 },
      ],
    },
    note: 'The days are those of the plan that the departments agreed among themselves.',
    returns: [
      {
        organisation: 'Regulator of Example Markets',
        day: -139,
        by: 'officer',
        statement: 'The regulator rents its offices; cameras there are the landlord’s.',
      },
    ],
  },
  { libraryId: 'uk-huawei-2022-10-13', drafted: -9 },
];

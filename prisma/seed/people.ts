import type { NewAccount } from '../accounts.ts';

type Person = Omit<NewAccount, 'password'>;

const clearedForAll = { clearanceRank: 3, allOrganisations: true, caveats: ['UK EYES ONLY'] };

/** Who works in the sample register. */
export const people = {
  admin: {
    name: 'Rowan Placeholder',
    email: 'admin@example.test',
    roles: ['administrator'],
    ...clearedForAll,
  },
  steward: {
    name: 'Inês Sample',
    email: 'steward@example.test',
    roles: ['data_steward'],
    ...clearedForAll,
  },
  officer: {
    name: 'Oskar Specimen',
    email: 'officer@example.test',
    roles: ['risk_officer'],
    ...clearedForAll,
  },
  approver: {
    name: 'Priya Exemplar',
    email: 'approver@example.test',
    roles: ['approver'],
    ...clearedForAll,
  },
  auditor: {
    name: 'Tomasz Template',
    email: 'auditor@example.test',
    roles: ['auditor'],
    ...clearedForAll,
  },
  official: {
    name: 'Nia Instance',
    email: 'official@example.test',
    roles: ['risk_officer'],
    clearanceRank: 1,
    allOrganisations: true,
  },
} as const satisfies Record<string, Person>;

export type PersonKey = keyof typeof people;

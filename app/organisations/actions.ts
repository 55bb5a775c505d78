'use server';

import { recordInput, searchInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import {
  findOrganisations as find,
  insertOrganisation,
  removeOrganisation,
  updateOrganisation,
} from './data';
import { organisationChange, organisationInput } from './schema';

export const createOrganisation = action('record:write', organisationInput, (transaction, input) =>
  insertOrganisation(transaction, input),
);

export const changeOrganisation = action('record:write', organisationChange, (transaction, input) =>
  updateOrganisation(transaction, input),
);

export const deleteOrganisation = action('record:write', recordInput, (transaction, { id }) =>
  removeOrganisation(transaction, id),
);

export const findOrganisations = action('record:write', searchInput, (transaction, { text }) =>
  find(transaction, text),
);

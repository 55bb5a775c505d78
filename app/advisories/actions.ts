'use server';

import { recordInput, searchInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import {
  activateAdvisory as activate,
  findAdvisories as find,
  insertAdvisory,
  removeAdvisory,
  updateAdvisory,
  withdrawAdvisory as withdraw,
} from './data';
import { activation, advisoryChange, advisoryInput, withdrawal } from './schema';

export const createAdvisory = action('advisory:write', advisoryInput, (transaction, input) =>
  insertAdvisory(transaction, input),
);

export const changeAdvisory = action('advisory:write', advisoryChange, updateAdvisory);

export const activateAdvisory = action('advisory:write', activation, activate);

export const withdrawAdvisory = action('advisory:write', withdrawal, withdraw);

export const deleteAdvisory = action('advisory:write', recordInput, (transaction, { id }) =>
  removeAdvisory(transaction, id),
);

export const findAdvisories = action('advisory:write', searchInput, (transaction, { text }) =>
  find(transaction, text),
);

'use server';

import { recordInput, searchInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import {
  findSystems as find,
  insertSystem,
  removeSystem,
  settleSystem as settle,
  updateSystem,
} from './data';
import { settlement, systemChange, systemInput } from './schema';

export const createSystem = action('record:write', systemInput, insertSystem);

export const changeSystem = action('record:write', systemChange, updateSystem);

export const settleSystem = action('record:write', settlement, settle);

export const deleteSystem = action('record:write', recordInput, (transaction, { id }) =>
  removeSystem(transaction, id),
);

export const findSystems = action('record:write', searchInput, (transaction, { text }) =>
  find(transaction, text),
);

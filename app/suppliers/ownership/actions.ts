'use server';

import { recordInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import { removeOwnership, writeOwnership } from './data';
import { ownershipInput } from './schema';

export const saveOwnership = action('record:write', ownershipInput, (transaction, input) =>
  writeOwnership(transaction, input),
);

export const deleteOwnership = action('record:write', recordInput, (transaction, { id }) =>
  removeOwnership(transaction, id),
);

'use server';

import { recordInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import { removeOriginFact, writeOriginFact } from './data';
import { originFactInput } from './schema';

export const saveOriginFact = action('record:write', originFactInput, (transaction, input) =>
  writeOriginFact(transaction, input),
);

export const deleteOriginFact = action('record:write', recordInput, (transaction, { id }) =>
  removeOriginFact(transaction, id),
);

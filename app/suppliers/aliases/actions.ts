'use server';

import { recordInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import { insertAlias, removeAlias } from './data';
import { aliasInput } from './schema';

export const addAlias = action('record:write', aliasInput, (transaction, input) =>
  insertAlias(transaction, input),
);

export const deleteAlias = action('record:write', recordInput, (transaction, { id }) =>
  removeAlias(transaction, id),
);

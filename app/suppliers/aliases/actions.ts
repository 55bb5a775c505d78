'use server';

import { action } from '@/app/_server/action';
import { recordInput } from '../shared/fields';
import { insertAlias, removeAlias } from './data';
import { aliasInput } from './schema';

export const addAlias = action('record:write', aliasInput, (transaction, input) =>
  insertAlias(transaction, input),
);

export const deleteAlias = action('record:write', recordInput, (transaction, { id }) =>
  removeAlias(transaction, id),
);

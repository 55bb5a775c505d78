'use server';

import { recordInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import { removeComponent, writeComponent } from './data';
import { componentInput } from './schema';

export const saveComponent = action('record:write', componentInput, (transaction, input) =>
  writeComponent(transaction, input),
);

export const deleteComponent = action('record:write', recordInput, (transaction, { id }) =>
  removeComponent(transaction, id),
);

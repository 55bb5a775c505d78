'use server';

import { recordInput, searchInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import { findSuppliers as find, insertSupplier, removeSupplier, updateSupplier } from './data';
import { supplierChange, supplierInput } from './schema';

export const createSupplier = action('record:write', supplierInput, (transaction, input) =>
  insertSupplier(transaction, input),
);

export const changeSupplier = action('record:write', supplierChange, (transaction, input) =>
  updateSupplier(transaction, input),
);

export const deleteSupplier = action('record:write', recordInput, (transaction, { id }) =>
  removeSupplier(transaction, id),
);

export const findSuppliers = action('record:write', searchInput, (transaction, { text }) =>
  find(transaction, text),
);

'use server';

import { recordInput, searchInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import { findProducts as find, insertProduct, removeProduct, updateProduct } from './data';
import { productChange, productInput } from './schema';

export const createProduct = action('record:write', productInput, (transaction, input) =>
  insertProduct(transaction, input),
);

export const changeProduct = action('record:write', productChange, (transaction, input) =>
  updateProduct(transaction, input),
);

export const deleteProduct = action('record:write', recordInput, (transaction, { id }) =>
  removeProduct(transaction, id),
);

export const findProducts = action('record:write', searchInput, (transaction, { text }) =>
  find(transaction, text),
);

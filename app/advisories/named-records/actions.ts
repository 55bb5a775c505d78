'use server';

import { searchInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import { findProductsToName as findProducts, findSuppliersToName as findSuppliers } from './data';

export const findSuppliersToName = action('register:read', searchInput, (transaction, { text }) =>
  findSuppliers(transaction, text),
);

export const findProductsToName = action('register:read', searchInput, (transaction, { text }) =>
  findProducts(transaction, text),
);

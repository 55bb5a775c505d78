'use server';

import { action } from '@/app/_server/action';
import { insertNilReturn } from './data';
import { nilReturnInput } from './schema';

export const signNilReturn = action('advisory:return', nilReturnInput, (transaction, input) =>
  insertNilReturn(transaction, input),
);

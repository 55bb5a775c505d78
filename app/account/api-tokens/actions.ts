'use server';

import { recordInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import { deleteApiToken, insertApiToken } from './data';
import { apiTokenInput } from './schema';

export const createApiToken = action('account:own', apiTokenInput, insertApiToken);

export const revokeApiToken = action('account:own', recordInput, deleteApiToken);

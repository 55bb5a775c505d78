'use server';

import { recordInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import {
  changePassword as change,
  revokeOtherSessions as revokeOthers,
  revokeOwnSession,
} from './data';
import { passwordChange } from './schema';

export const revokeSession = action('account:own', recordInput, revokeOwnSession);

export const revokeOtherSessions = action('account:own', recordInput, revokeOthers);

export const changePassword = action('account:own', passwordChange, change);

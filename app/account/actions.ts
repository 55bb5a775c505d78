'use server';

import { recordInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import {
  changePassword as change,
  dropAuthenticator,
  renewRecoveryCodes,
  replaceAuthenticator,
  revokeOtherSessions as revokeOthers,
  revokeOwnSession,
} from './data';
import { authenticatorChange, confirmation, passwordChange } from './schema';

export const revokeSession = action('account:own', recordInput, revokeOwnSession);

export const revokeOtherSessions = action('account:own', recordInput, revokeOthers);

export const changePassword = action('account:own', passwordChange, change);

export const setUpAuthenticator = action('account:own', authenticatorChange, replaceAuthenticator);

export const makeRecoveryCodes = action('account:own', confirmation, renewRecoveryCodes);

export const removeAuthenticator = action('account:own', confirmation, dropAuthenticator);

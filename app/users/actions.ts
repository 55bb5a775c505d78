'use server';

import { recordInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import {
  answerClearance,
  insertUser,
  inviteUser as invite,
  removeSecondFactors as removeFactors,
  revokeSessions,
  setDisabled,
  updateUser,
} from './data';
import { clearanceAnswer, userChange, userInput } from './schema';

export const createUser = action('user:manage', userInput, insertUser);

export const changeUser = action('user:manage', userChange, updateUser);

export const decideClearance = action('user:manage', clearanceAnswer, answerClearance);

export const inviteUser = action('user:manage', recordInput, (transaction, { id }) =>
  invite(transaction, id),
);

export const disableUser = action('user:manage', recordInput, (transaction, { id }) =>
  setDisabled(transaction, id, true),
);

export const enableUser = action('user:manage', recordInput, (transaction, { id }) =>
  setDisabled(transaction, id, false),
);

export const signUserOut = action('user:manage', recordInput, (transaction, { id }) =>
  revokeSessions(transaction, id),
);

export const removeSecondFactors = action('user:manage', recordInput, (transaction, { id }) =>
  removeFactors(transaction, id),
);

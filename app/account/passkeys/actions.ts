'use server';

import { action } from '@/app/_server/action';
import { confirmation } from '../schema';
import { beginPasskey, deletePasskey, insertPasskey, renamePasskey } from './data';
import { passkeyInput, passkeyName, passkeyRemoval } from './schema';

export const preparePasskey = action('account:own', confirmation, beginPasskey);

export const addPasskey = action('account:own', passkeyInput, insertPasskey);

export const changePasskeyName = action('account:own', passkeyName, renamePasskey);

export const removePasskey = action('account:own', passkeyRemoval, deletePasskey);

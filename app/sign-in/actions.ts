'use server';

import { passkeyRequest } from '@/app/_server/passkey';
import { publicAction } from '@/app/_server/public-action';
import { acceptInvitation, createFirstAdministrator } from './data';
import { invitationInput, nothing, setupInput } from './schema';

export const setUp = publicAction(setupInput, createFirstAdministrator);

export const setFirstPassword = publicAction(invitationInput, acceptInvitation);

export const requestPasskey = publicAction(nothing, () => passkeyRequest());

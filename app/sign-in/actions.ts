'use server';

import { publicAction } from '@/app/_server/public-action';
import { acceptInvitation, createFirstAdministrator } from './data';
import { invitationInput, setupInput } from './schema';

export const setUp = publicAction(setupInput, createFirstAdministrator);

export const setFirstPassword = publicAction(invitationInput, acceptInvitation);

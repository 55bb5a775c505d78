'use server';

import { action } from '@/app/_server/action';
import { updateSignInSettings } from './data';
import { signInSettingsInput } from './schema';

export const saveSignInSettings = action(
  'setting:manage',
  signInSettingsInput,
  updateSignInSettings,
);

'use server';

import { action } from '@/app/_server/action';
import { updateSignInSettings, updateSingleSignOn } from './data';
import { signInSettingsInput, singleSignOnInput } from './schema';

export const saveSignInSettings = action(
  'setting:manage',
  signInSettingsInput,
  updateSignInSettings,
);

export const saveSingleSignOn = action('setting:manage', singleSignOnInput, updateSingleSignOn);

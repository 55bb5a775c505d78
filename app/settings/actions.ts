'use server';

import { action } from '@/app/_server/action';
import { updateSettings } from './data';
import { settingsInput } from './schema';

export const saveSettings = action('setting:manage', settingsInput, updateSettings);

'use server';

import { action } from '@/app/_server/action';
import { previewRules as preview } from './data';
import { previewInput } from './schema';

export const previewRules = action('register:read', previewInput, preview);

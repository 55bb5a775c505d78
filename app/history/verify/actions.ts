'use server';

import { action } from '@/app/_server/action';
import { checkPart } from './data';
import { checkCursor } from './schema';

export const checkHistory = action('history:read', checkCursor, checkPart);

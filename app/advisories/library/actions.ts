'use server';

import { action } from '@/app/_server/action';
import { adoptEntry as adopt } from './data';
import { adoption } from './schema';

export const adoptEntry = action('advisory:write', adoption, adopt);

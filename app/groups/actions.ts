'use server';

import { action } from '@/app/_server/action';
import { insertGroup, updateGroup } from './data';
import { groupChange, groupInput } from './schema';

export const createGroup = action('user:manage', groupInput, insertGroup);

export const changeGroup = action('user:manage', groupChange, updateGroup);

'use server';

import { transitions } from '@/app/_domain/decision';
import { action } from '@/app/_server/action';
import { insertProposal } from './data';
import { proposalInput } from './schema';

export const propose = action(transitions.propose.permission, proposalInput, insertProposal);

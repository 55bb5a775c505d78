'use server';

import { transitions } from '@/app/_domain/decision';
import { action } from '@/app/_server/action';
import { insertProposal, readAdvice } from './data';
import { adviceInput, proposalInput } from './schema';

export const propose = action(transitions.propose.permission, proposalInput, insertProposal);

export const askAdvice = action(transitions.propose.permission, adviceInput, readAdvice);

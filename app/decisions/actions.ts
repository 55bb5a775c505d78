'use server';

import { type PersonAction, transitions } from '@/app/_domain/decision';
import { action } from '@/app/_server/action';
import { insertEvidenceLink, insertProposalStep, insertStep } from './data';
import { evidenceLinkInput, proposalStepInput, stepInput } from './schema';

const step = (name: PersonAction) =>
  action(transitions[name].permission, stepInput, (transaction, input) =>
    insertStep(transaction, name, input),
  );

const proposalStep = (name: PersonAction) =>
  action(transitions[name].permission, proposalStepInput, (transaction, input) =>
    insertProposalStep(transaction, name, input),
  );

export const approveDecision = step('approve');
export const rejectDecision = step('reject');
export const withdrawDecision = step('withdraw');
export const startDecision = step('start');
export const completeDecision = step('complete');

export const approveProposal = proposalStep('approve');
export const rejectProposal = proposalStep('reject');
export const withdrawProposal = proposalStep('withdraw');

export const addEvidenceLink = action(
  transitions.complete.permission,
  evidenceLinkInput,
  (transaction, input, actor) => insertEvidenceLink(transaction, actor, input),
);

'use server';

import { action } from '@/app/_server/action';
import {
  acceptSuggestions,
  removeImport,
  requestApplying,
  requestRehearsal,
  requestUndoing,
  saveMapping,
  settleMatches,
} from './data';
import { importInput, mappingInput, matchesInput } from './schema';

export const rehearseWith = action('import:run', mappingInput, (transaction, input, actor) =>
  saveMapping(transaction, actor, input),
);

export const rehearseAgain = action('import:run', importInput, (transaction, { id }, actor) =>
  requestRehearsal(transaction, actor, id),
);

export const acceptCountries = action('import:run', importInput, (transaction, { id }, actor) =>
  acceptSuggestions(transaction, actor, id),
);

export const answerMatches = action('import:run', matchesInput, (transaction, input, actor) =>
  settleMatches(transaction, actor, input),
);

export const applyImport = action('import:run', importInput, (transaction, { id }, actor) =>
  requestApplying(transaction, actor, { id, asApprover: false }),
);

/** For a file that carries decisions: the second person lets them in. */
export const approveImport = action('decision:approve', importInput, (transaction, { id }, actor) =>
  requestApplying(transaction, actor, { id, asApprover: true }),
);

export const undoImport = action('import:run', importInput, (transaction, { id }, actor) =>
  requestUndoing(transaction, actor, id),
);

export const deleteImport = action('import:run', importInput, (transaction, { id }) =>
  removeImport(transaction, id),
);

'use server';

import { recordInput } from '@/app/_lib/fields';
import { action } from '@/app/_server/action';
import { insertDeployment, removeDeployment, updateDeployment } from './data';
import { deploymentChange, deploymentInput } from './schema';

export const createDeployment = action('record:write', deploymentInput, (transaction, input) =>
  insertDeployment(transaction, input),
);

export const changeDeployment = action('record:write', deploymentChange, (transaction, input) =>
  updateDeployment(transaction, input),
);

export const deleteDeployment = action('record:write', recordInput, (transaction, { id }) =>
  removeDeployment(transaction, id),
);

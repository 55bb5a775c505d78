import type { Transaction } from './database';

export interface Act {
  /** What was done, e.g. `sign_in`; changes of rows are recorded by the database itself. */
  action: string;
  entity: string;
  entityId: string;
  /** Never secrets: history is kept for ever. */
  detail: Record<string, unknown>;
}

/** Records an act that changes no row of the register, in the transaction's name and with it. */
export async function recordAct(transaction: Transaction, act: Act): Promise<void> {
  const detail = JSON.stringify(act.detail);
  await transaction.$queryRaw`
    select history_record_act(${act.action}, ${act.entity}, ${act.entityId}, ${detail}::jsonb)`;
}

import type { Transaction } from './database';
import type { Statement } from './table-conditions';

export interface Act {
  /** What was done, e.g. `sign_in`; changes of rows are recorded by the database itself. */
  action: string;
  entity: string;
  entityId: string;
  /** Never secrets: history is kept for ever. */
  detail: Record<string, unknown>;
  /** The clearance that it takes to read it; 0, everybody who reads the history, unless given. */
  accessRank?: number;
  /** What it demands besides; 0, nothing, unless given. */
  compartmentId?: number;
}

/** The statement that records an act that changes no row of the register. */
export function actStatement({ accessRank = 0, compartmentId = 0, ...act }: Act): Statement {
  return {
    text: 'select history_record_act($1, $2, $3, $4::jsonb, $5::smallint, $6::integer)',
    values: [
      act.action,
      act.entity,
      act.entityId,
      JSON.stringify(act.detail),
      accessRank,
      compartmentId,
    ],
  };
}

/** Records an act in the transaction's name and with it. */
export async function recordAct(transaction: Transaction, act: Act): Promise<void> {
  const { text, values } = actStatement(act);
  await transaction.$queryRawUnsafe(text, ...values);
}

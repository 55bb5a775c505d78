import type { Receipt } from './data';
import { addressOf, queryOf } from './exported-tables';

/**
 * The receipt as a document to keep beside the file. `origin` is the register's own address. Others
 * read its names: `npm run history:verify` takes the head from `historyHead`.
 */
export function receiptDocument(receipt: Receipt, origin: string): Record<string, unknown> {
  const address = addressOf(receipt);
  return {
    receipt: receipt.id,
    register: origin,
    state: receipt.state,
    fileName: receipt.fileName,
    protectiveMarking: receipt.marking,
    sha256: receipt.sha256,
    byteCount: receipt.byteCount,
    rowCount: receipt.rowCount,
    table: receipt.tableName,
    columns: receipt.columns,
    query: receipt.query,
    address: address ? origin + address : null,
    asOf: receipt.asOf,
    repeatable: queryOf(receipt)?.definition.versioned === true,
    exportedBy: { id: receipt.exportedBy, name: receipt.exportedByName },
    exportedAt: receipt.exportedAt,
    endedAt: receipt.endedAt,
    historyHead: receipt.historyHead,
  };
}

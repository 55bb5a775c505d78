import type { TableDefinition } from '@/app/_lib/table-definition';
import { parseTableQuery, type TableQuery, tableHref } from '@/app/_lib/table-query';
import { withAsOf } from '@/app/_lib/table-query-changes';
import { missingFactsTable } from '@/app/advisories/missing-facts/table';
import { returnTable } from '@/app/advisories/return/table';
import { advisoriesTable } from '@/app/advisories/table';
import { overReachTable } from '@/app/decisions/over-reach/table';
import { decisionsTable } from '@/app/decisions/table';
import { historyChangeLinksTable, historyChangesTable } from '@/app/history/changes/table';
import { historyLinksTable } from '@/app/history/links/table';
import { historyTable } from '@/app/history/table';
import { organisationsTable } from '@/app/organisations/table';
import { productsTable } from '@/app/products/table';
import { registerChangesTable } from '@/app/register/changes/table';
import { registerTable } from '@/app/register/table';
import { suppliersTable } from '@/app/suppliers/table';
import { systemsTable } from '@/app/systems/table';
import type { Receipt } from './data';

/** Every table that can be exported. */
export const exportedTables: readonly TableDefinition[] = [
  registerTable,
  registerChangesTable,
  decisionsTable,
  suppliersTable,
  productsTable,
  systemsTable,
  organisationsTable,
  advisoriesTable,
  returnTable,
  missingFactsTable,
  overReachTable,
  historyTable,
  historyLinksTable,
  historyChangesTable,
  historyChangeLinksTable,
];

/** The query of a receipt, in today's terms; undefined where these do not understand it any more. */
export function queryOf(
  receipt: Pick<Receipt, 'tableName' | 'query' | 'asOf'>,
): { definition: TableDefinition; query: TableQuery } | undefined {
  const definition = exportedTables.find(({ name }) => name === receipt.tableName);
  if (!definition) return undefined;
  const parsed = parseTableQuery(definition, new URLSearchParams(receipt.query));
  if (!parsed.ok) return undefined;
  const query = definition.versioned ? withAsOf(parsed.query, receipt.asOf) : parsed.query;
  return { definition, query };
}

/** Address that opens the query again, as of its moment where the table knows the past. */
export function addressOf(
  receipt: Pick<Receipt, 'tableName' | 'query' | 'asOf'>,
): string | undefined {
  const found = queryOf(receipt);
  return found && tableHref(found.definition, found.query);
}

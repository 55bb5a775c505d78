import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readTablePage } from '@/app/_server/table-page';
import { type RegisterChangeRow, registerChangesTable } from './table';

/** One page of what changed in the register between two moments, with its total and counts. */
export function registerChangesPage(actor: Actor, query: TableQuery) {
  return readTablePage<RegisterChangeRow>(actor, registerChangesTable, query);
}

import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from '@/app/_server/actor';
import { readTablePage } from '@/app/_server/table-page';
import { type MissingFactRow, missingFactsTable } from './table';

/** What keeps the verdicts that the actor may see from being told. */
export function missingFactsPage(actor: Actor, query: TableQuery) {
  return readTablePage<MissingFactRow>(actor, missingFactsTable, query);
}

import type { Classified } from '@/app/_domain/marking';
import type { TableDefinition } from '@/app/_lib/table-definition';
import type { TableQuery } from '@/app/_lib/table-query';
import type { TablePage } from '@/components/data-table/types';
import type { Actor } from './actor';
import { actingFor, oneMoment, openAs, within } from './database';
import { pageHolds } from './page-marking';
import { openToRead } from './replica';
import { type FacetCount, facetsStatement, totalStatement } from './table-count-sql';
import { classifiedOf, type HeldRow, heldByPage } from './table-marking';
import { type PageRow, pageOf, pageStatement, type TableRow } from './table-sql';

/**
 * What a page of the table shows to the actor: its rows, the total and the facets' counts. It tells
 * the page which is being made how these are classified.
 */
export async function readTablePage<Row extends TableRow = TableRow>(
  actor: Actor,
  definition: TableDefinition,
  query: TableQuery,
): Promise<TablePage<Row>> {
  const { page, held } = await readClassifiedPage<Row>(actor, definition, query);
  pageHolds(held);
  return page;
}

/** The page and how what it holds is classified. */
export async function readClassifiedPage<Row extends TableRow = TableRow>(
  actor: Actor,
  definition: TableDefinition,
  query: TableQuery,
): Promise<{ page: TablePage<Row>; held: Classified[] }> {
  const acting = actingFor(actor);
  return within(
    await (query.asOf ? openToRead(acting) : openAs(acting, oneMoment)),
    async (connection) => {
      const found = await connection.query<PageRow>(pageStatement(definition, query));
      const [counted] = (await connection.query(totalStatement(definition, query))).rows;
      const facets = facetsStatement(definition, query);
      const counts = facets ? (await connection.query<FacetCount>(facets)).rows : [];
      const { rows, next, previous } = pageOf(definition, query, found.rows);
      const keys = rows.map((row) => String(row[definition.key]));
      const heldRows = heldByPage(definition, query, keys);
      const held = heldRows ? (await connection.query<HeldRow>(heldRows)).rows : [];
      const page = {
        rows: rows as readonly Row[],
        total: counted.total as number,
        facets: Object.fromEntries(
          [...Map.groupBy(counts, ({ facet }) => facet)].map(([facet, values]) => [
            facet,
            values.map(({ value, count }) => ({ value, count })),
          ]),
        ),
        ...(next && { next: next.key }),
        ...(previous && { previous: previous.key }),
      };
      return { page, held: held.map(classifiedOf) };
    },
  );
}

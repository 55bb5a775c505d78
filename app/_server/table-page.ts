import type { TableDefinition } from '@/app/_lib/table-definition';
import type { TableQuery } from '@/app/_lib/table-query';
import type { TablePage } from '@/components/data-table/types';
import type { Actor } from './actor';
import { actingFor, connectAs, oneMoment } from './database';
import { type FacetCount, facetsStatement, totalStatement } from './table-count-sql';
import { type PageRow, pageOf, pageStatement, type TableRow } from './table-sql';

/** What a page of the table shows to the actor: its rows, the total and the facets' counts. */
export function readTablePage<Row extends TableRow = TableRow>(
  actor: Actor,
  definition: TableDefinition,
  query: TableQuery,
): Promise<TablePage<Row>> {
  return connectAs(
    actingFor(actor),
    async (connection) => {
      const found = await connection.query<PageRow>(pageStatement(definition, query));
      const [counted] = (await connection.query(totalStatement(definition, query))).rows;
      const facets = facetsStatement(definition, query);
      const counts = facets ? (await connection.query<FacetCount>(facets)).rows : [];
      const { rows, next, previous } = pageOf(definition, query, found.rows);
      return {
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
    },
    oneMoment,
  );
}

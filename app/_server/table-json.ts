import { encodePagingKey } from '@/app/_lib/paging-key';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { parseTableQuery } from '@/app/_lib/table-query';
import { route } from './route';
import { readTablePage } from './table-page';

/** A route handler that answers one page of the table as JSON: rows, total, facets, next, previous. */
export function tableJson(definition: TableDefinition) {
  return route('register:read', async (request, actor) => {
    const parsed = parseTableQuery(definition, new URL(request.url).searchParams);
    if (!parsed.ok) {
      const message = 'The address holds something that cannot be understood.';
      return Response.json({ message, problems: parsed.problems }, { status: 400 });
    }
    const { rows, total, facets, next, previous } = await readTablePage(
      actor,
      definition,
      parsed.query,
    );
    return Response.json(
      {
        rows,
        total,
        facets,
        next: next ? encodePagingKey(next) : null,
        previous: previous ? encodePagingKey(previous) : null,
      },
      { headers: { 'Cache-Control': 'no-store' } },
    );
  });
}

import { encodePagingKey } from '@/app/_lib/paging-key';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { parseTableQuery } from '@/app/_lib/table-query';
import { markingWith } from './page-marking';
import { route } from './route';
import { readClassifiedPage } from './table-page';

/** A route handler that answers one page of the table as JSON: rows, total, facets, next, previous, protective_marking. */
export function tableJson(definition: TableDefinition) {
  return route('register:read', async (request, actor) => {
    const parsed = parseTableQuery(definition, new URL(request.url).searchParams);
    if (!parsed.ok) {
      const message = 'The address holds something that cannot be understood.';
      return Response.json({ message, problems: parsed.problems }, { status: 400 });
    }
    const { page, held } = await readClassifiedPage(actor, definition, parsed.query);
    const { rows, total, facets, next, previous } = page;
    return Response.json(
      {
        rows,
        total,
        facets,
        next: next ? encodePagingKey(next) : null,
        previous: previous ? encodePagingKey(previous) : null,
        protective_marking: await markingWith(actor, held),
      },
      { headers: { 'Cache-Control': 'no-store' } },
    );
  });
}

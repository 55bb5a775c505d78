import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { Permission } from '@/app/_domain/permission';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { formatTableQuery, parseTableQuery, type TableQuery } from '@/app/_lib/table-query';
import type { Actor } from './actor';
import { actingFor, connectAs, copyOut, oneMoment, openAs } from './database';
import { markingOf } from './export-marking';
import { actStatement } from './history-act';
import { route } from './route';
import { csvStatement } from './table-csv-sql';

/** A route handler that streams the table's CSV for the query in its address; 400 for a bad one. */
export function tableExport(
  definition: TableDefinition,
  permission: Permission = 'register:export',
) {
  return route(permission, async (request, actor) => {
    const parsed = parseTableQuery(definition, new URL(request.url).searchParams);
    if (!parsed.ok) {
      const message =
        'The address holds something that cannot be understood. Nothing was exported.';
      return Response.json({ message, problems: parsed.problems }, { status: 400 });
    }
    return exportResponse(actor, definition, parsed.query);
  });
}

async function exportResponse(
  actor: Actor,
  definition: TableDefinition,
  query: TableQuery,
): Promise<Response> {
  const connection = await openAs(actingFor(actor), oneMoment);
  const marking = await markingOf(connection, definition, query).catch((error: unknown) => {
    connection.release(true);
    throw error;
  });
  const bytes = exportedBytes(actor, definition, query, connection, marking);
  // An error of the query shows here, while it can still be answered as one.
  const first = await bytes.next();
  return new Response(streamOf(first, bytes), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${fileName(definition, marking)}"`,
      'Cache-Control': 'no-store',
    },
  });
}

/** The file, piece by piece. However it ends, the connection is given back and the act recorded. */
async function* exportedBytes(
  actor: Actor,
  definition: TableDefinition,
  query: TableQuery,
  connection: PoolClient,
  marking: string,
): AsyncGenerator<Buffer, undefined> {
  const hash = createHash('sha256');
  let byteCount = 0;
  let complete = false;
  try {
    await connection.query(`select set_config('app.marking', $1, true)`, [marking]);
    for await (const piece of copyOut(connection, csvStatement(definition, query))) {
      hash.update(piece);
      byteCount += piece.length;
      yield piece;
    }
    await connection.query('commit');
    complete = true;
  } finally {
    // A connection in the middle of COPY cannot be used again.
    connection.release(!complete);
    const sha256 = complete ? hash.digest('hex') : '';
    await recordExport(actor, definition, query, { complete, byteCount, sha256 });
  }
}

function streamOf(
  first: IteratorResult<Buffer>,
  rest: AsyncGenerator<Buffer>,
): ReadableStream<Uint8Array> {
  let waiting: IteratorResult<Buffer> | undefined = first;
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = waiting ?? (await rest.next());
      waiting = undefined;
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await rest.return(undefined);
    },
  });
}

function recordExport(
  actor: Actor,
  definition: TableDefinition,
  query: TableQuery,
  result: { complete: boolean; byteCount: number; sha256: string },
): Promise<void> {
  return connectAs(actingFor(actor), async (connection) => {
    const detail = { ...result, query: formatTableQuery(definition, query).toString() };
    const act = { action: 'export', entity: definition.name, entityId: '', detail };
    await connection.query(actStatement(act));
  });
}

/** `OFFICIAL-SENSITIVE_register_2026-11-01T0930Z.csv` */
function fileName(definition: TableDefinition, marking: string): string {
  const moment = `${new Date().toISOString().slice(0, 16).replace(':', '')}Z`;
  return `${marking.replaceAll(/[^A-Z]+/g, '-')}_${definition.name}_${moment}.csv`;
}

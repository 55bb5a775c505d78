import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { formatTableQuery, parseTableQuery, type TableQuery } from '@/app/_lib/table-query';
import type { Actor } from './actor';
import { actingFor, connectAs, copyOut, oneMoment, openAs } from './database';
import { markingOf } from './export-marking';
import { route } from './route';
import { csvStatement } from './table-csv-sql';

/** A route handler that streams the table's CSV for the query in its address; 400 for a bad one. */
export function tableExport(definition: TableDefinition) {
  return route('register:export', async (request, actor) => {
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
  try {
    const marking = await markingOf(connection, definition, query);
    await connection.query(`select set_config('app.marking', $1, true)`, [marking]);
    const bytes = copyOut(connection, csvStatement(definition, query))[Symbol.asyncIterator]();
    // An error of the query shows here, while it can still be answered as one.
    const first = await bytes.next();
    return new Response(stream(actor, definition, query, connection, bytes, first), {
      headers: {
        'Content-Type': 'text/csv; charset=utf-8; header=present',
        'Content-Disposition': `attachment; filename="${fileName(definition, marking)}"`,
        'Cache-Control': 'no-store',
      },
    });
  } catch (error) {
    connection.release(true);
    throw error;
  }
}

function stream(
  actor: Actor,
  definition: TableDefinition,
  query: TableQuery,
  connection: PoolClient,
  bytes: AsyncIterator<Buffer>,
  first: IteratorResult<Buffer>,
): ReadableStream<Uint8Array> {
  const hash = createHash('sha256');
  let byteCount = 0;
  let next: Promise<IteratorResult<Buffer>> | undefined = Promise.resolve(first);
  const finish = async (complete: boolean) => {
    if (complete) await connection.query('commit');
    // A connection in the middle of COPY cannot be used again.
    connection.release(!complete);
    await recordExport(actor, definition, query, {
      complete,
      byteCount,
      sha256: complete ? hash.digest('hex') : '',
    });
  };
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await (next ?? bytes.next());
        next = undefined;
        if (done) {
          await finish(true);
          controller.close();
          return;
        }
        hash.update(value);
        byteCount += value.length;
        controller.enqueue(value);
      } catch (error) {
        await finish(false);
        controller.error(error);
      }
    },
    cancel: () => finish(false),
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
    await connection.query(`select history_record_act('export', $1, '', $2::jsonb)`, [
      definition.name,
      JSON.stringify(detail),
    ]);
  });
}

/** `OFFICIAL-SENSITIVE_register_2026-11-01T0930Z.csv` */
function fileName(definition: TableDefinition, marking: string): string {
  const moment = `${new Date().toISOString().slice(0, 16).replace(':', '')}Z`;
  return `${marking.replaceAll(/[^A-Z]+/g, '-')}_${definition.name}_${moment}.csv`;
}

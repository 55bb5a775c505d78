import { createHash } from 'node:crypto';
import type { PoolClient } from 'pg';
import { markingInFileName } from '@/app/_domain/marking';
import type { Permission } from '@/app/_domain/permission';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { parseTableQuery, type TableQuery } from '@/app/_lib/table-query';
import type { Actor } from './actor';
import { byteStream } from './byte-stream';
import { actingFor, copyOut } from './database';
import { type ExportEnd, endReceipt, openReceipt, readExportFacts } from './export-receipt';
import { takeExportSlot } from './export-slots';
import { openToRead } from './replica';
import { route } from './route';
import { csvStatement } from './table-csv-sql';

/** A route handler that streams the table's CSV for the query in its address; 400 for a bad one. */
export function tableExport(
  definition: TableDefinition,
  permission: Permission = 'register:export',
) {
  const handler = route(
    permission,
    async (request, actor) => {
      // The framework answers HEAD by this handler and then leaves the body unread.
      if (request.method !== 'GET') {
        return new Response(null, { status: 405, headers: { Allow: 'GET' } });
      }
      const parsed = parseTableQuery(definition, new URL(request.url).searchParams);
      if (!parsed.ok) {
        const message =
          'The address holds something that cannot be understood. Nothing was exported.';
        return Response.json({ message, problems: parsed.problems }, { status: 400 });
      }
      const freeSlot = takeExportSlot();
      if (!freeSlot) {
        const message = 'Many exports are running. Try again in a minute; nothing was exported.';
        return Response.json({ message }, { status: 503, headers: { 'Retry-After': '60' } });
      }
      return exportResponse(actor, definition, parsed.query, freeSlot);
    },
    'export',
  );
  return Object.assign(handler, { definition });
}

async function exportResponse(
  actor: Actor,
  definition: TableDefinition,
  query: TableQuery,
  freeSlot: () => void,
): Promise<Response> {
  const { connection, receiptId, fileName } = await begin(actor, definition, query).catch(
    (error: unknown) => {
      freeSlot();
      throw error;
    },
  );
  const giveBack = (broken: boolean) => {
    connection.release(broken);
    freeSlot();
  };
  const statement = csvStatement(definition, query);
  const bytes = exportedBytes(actor, receiptId, connection, statement, giveBack);
  // An error of the query shows here, while it can still be answered as one.
  const first = await bytes.next();
  return new Response(byteStream(first, bytes), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${fileName}"`,
      'Receipt-Id': receiptId,
      Link: `</receipts/${receiptId}/metadata.json>; rel="describedby"; type="application/csvm+json"`,
      'Cache-Control': 'no-store',
    },
  });
}

/** The receipt stands before the first byte: an export that is killed leaves it incomplete. */
async function begin(
  actor: Actor,
  definition: TableDefinition,
  query: TableQuery,
): Promise<{ connection: PoolClient; receiptId: string; fileName: string }> {
  const connection = await openToRead(actingFor(actor));
  try {
    const facts = await readExportFacts(connection, definition, query);
    const fileName = nameOf(definition, facts.marking);
    const receiptId = await openReceipt(actor, definition, query, { ...facts, fileName });
    await connection.query(`select set_config('app.marking', $1, true)`, [facts.marking]);
    return { connection, receiptId, fileName };
  } catch (error) {
    connection.release(true);
    throw error;
  }
}

/** The file, piece by piece. However it ends, the connection is given back and the receipt says it. */
async function* exportedBytes(
  actor: Actor,
  receiptId: string,
  connection: PoolClient,
  statement: string,
  giveBack: (broken: boolean) => void,
): AsyncGenerator<Buffer, undefined> {
  const hash = createHash('sha256');
  let byteCount = 0;
  let end: ExportEnd | undefined;
  try {
    const copy = copyOut(connection, statement);
    for await (const piece of copy) {
      hash.update(piece);
      byteCount += piece.length;
      yield piece;
    }
    await connection.query('commit');
    end = { state: 'complete', byteCount, rowCount: copy.rowCount, sha256: hash.digest('hex') };
  } finally {
    // A connection in the middle of COPY cannot be used again.
    giveBack(!end);
    await endReceipt(actor, receiptId, end ?? { state: 'incomplete', byteCount });
  }
}

/** `OFFICIAL-SENSITIVE_register_2026-11-01T0930Z.csv` */
function nameOf(definition: TableDefinition, marking: string): string {
  const moment = `${new Date().toISOString().slice(0, 16).replace(':', '')}Z`;
  return `${markingInFileName(marking)}_${definition.name}_${moment}.csv`;
}

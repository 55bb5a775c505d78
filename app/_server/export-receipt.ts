import type { PoolClient } from 'pg';
import type { SignedHead } from '@/app/_domain/history-head';
import { classifiedAs, highestMarking } from '@/app/_domain/marking';
import { asOfInstant } from '@/app/_lib/iso-time';
import type { TableDefinition } from '@/app/_lib/table-definition';
import { exportedColumns, formatTableQuery, type TableQuery } from '@/app/_lib/table-query';
import { withAsOf } from '@/app/_lib/table-query-changes';
import type { Actor } from './actor';
import { actingFor, connectAs } from './database';
import { signedHead } from './history-head';
import { classifiedOf, type HeldRow, heldByFile } from './table-marking';

/** What is known of an export before its first byte. */
export interface ExportFacts {
  marking: string;
  /** Whose rows it holds or counts. */
  organisations: string[];
  historyHead: SignedHead;
  scope: ExportScope;
}

/**
 * What a person may see: nothing above the rank, of all organisations or of those listed, in these
 * compartments; -1 is among them where no compartment is closed to the person.
 */
export interface ExportScope {
  rank: number;
  all: boolean;
  organisations: string[];
  compartments: number[];
}

/** Read on the export's own connection, so that all is of the moment that is exported. */
export async function readExportFacts(
  connection: PoolClient,
  definition: TableDefinition,
  query: TableQuery,
): Promise<ExportFacts> {
  const own = await connection.query<{ marking: string }>('select marking from setting');
  const statement = heldByFile(definition, query);
  const held = statement ? (await connection.query<HeldRow>(statement)).rows : [];
  const organisations = new Set(held.flatMap(({ organisation }) => organisation ?? []));
  const scopes = await connection.query<ExportScope>(
    `select actor_ceiling() as rank, actor_sees_all_organisations() as all, actor_organisations() as organisations,
       actor_compartments() as compartments`,
  );
  const [scope] = scopes.rows;
  if (!scope) throw new Error('The database does not say what the exporter may see.');
  return {
    marking: highestMarking([
      ...own.rows.map(({ marking }) => classifiedAs(marking)),
      ...held.map(classifiedOf),
    ]),
    organisations: [...organisations],
    historyHead: await signedHead(connection),
    scope,
  };
}

/** Writes the receipt of an export that is about to begin; gives its id. */
export async function openReceipt(
  actor: Actor,
  definition: TableDefinition,
  query: TableQuery,
  { marking, organisations, historyHead, scope, fileName }: ExportFacts & { fileName: string },
): Promise<string> {
  const { rows } = await connectAs(actingFor(actor), (connection) =>
    connection.query<{ id: string }>(
      `insert into receipt (table_name, query, as_of, history_head, columns, marking, access_rank, organisation_ids,
         file_name, exported_by, scope_rank, scope_all, scope_ids, scope_compartments)
       values ($1, $2, $3::timestamptz, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) returning id`,
      [
        definition.name,
        formatTableQuery(definition, withAsOf(query, undefined)).toString(),
        query.asOf ? asOfInstant(query.asOf) : 'infinity',
        JSON.stringify(historyHead),
        exportedColumns(definition, query).map(({ name }) => name),
        marking,
        classifiedAs(marking).rank,
        organisations,
        fileName,
        actor.id,
        scope.rank,
        scope.all,
        scope.organisations,
        scope.compartments,
      ],
    ),
  );
  const [receipt] = rows;
  if (!receipt) throw new Error('The receipt was not written.');
  return receipt.id;
}

export type ExportEnd =
  | { state: 'complete'; byteCount: number; rowCount: number; sha256: string }
  | { state: 'incomplete'; byteCount: number };

/** Says once how the export ended; the database records it in the history. */
export async function endReceipt(actor: Actor, id: string, end: ExportEnd): Promise<void> {
  const { rowCount, sha256 } = end.state === 'complete' ? end : { rowCount: null, sha256: '' };
  const ended = await connectAs(actingFor(actor), (connection) =>
    connection.query(
      `update receipt set state = $2, byte_count = $3, row_count = $4, sha256 = $5 where id = $1`,
      [id, end.state, end.byteCount, rowCount, sha256],
    ),
  );
  if (ended.rowCount !== 1) throw new Error('The receipt of the export is gone.');
}

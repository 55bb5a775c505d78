import { createHash } from 'node:crypto';
import type { TableDefinition } from '@/app/_lib/table-definition';
import type { TableQuery } from '@/app/_lib/table-query';
import type { Actor } from './actor';
import { actingFor, copyOut, within } from './database';
import type { ExportScope } from './export-receipt';
import { openToRead } from './replica';
import { literal } from './table-conditions';
import { csvStatement } from './table-csv-sql';

/** What a receipt keeps so that its export can be made again. Times are ISO, to the microsecond. */
export interface RepeatableExport {
  asOf: string;
  seenUpTo: string;
  marking: string;
  columns: readonly string[];
  scope: ExportScope;
}

export interface RepeatedExport {
  rowCount: number;
  byteCount: number;
  sha256: string;
}

/** Only versions and the classification of each row can tell what an exporter saw at a moment. */
export function isRepeatable(definition: TableDefinition): boolean {
  return definition.versioned === true && definition.classification !== undefined;
}

/**
 * Makes the file of a versioned table once more and keeps nothing of it: the rows of its moment that
 * its exporter might see then, with its columns and its marking. The actor's own clearance applies
 * as well, so that rows which are classified higher by now may be missing.
 */
export async function repeatExport(
  actor: Actor,
  definition: TableDefinition,
  query: TableQuery,
  receipt: RepeatableExport,
): Promise<RepeatedExport> {
  const then: TableQuery = { ...query, asOf: receipt.asOf, columns: receipt.columns };
  const statement = csvStatement(scoped(definition, receipt), then);
  return within(await openToRead(actingFor(actor)), async (connection) => {
    await connection.query(`select set_config('app.marking', $1, true)`, [receipt.marking]);
    const hash = createHash('sha256');
    let byteCount = 0;
    const copy = copyOut(connection, statement);
    for await (const piece of copy) {
      hash.update(piece);
      byteCount += piece.length;
    }
    return { rowCount: copy.rowCount, byteCount, sha256: hash.digest('hex') };
  });
}

/** The table with nothing but what the exporter might see. */
function scoped(definition: TableDefinition, receipt: RepeatableExport): TableDefinition {
  const { classification } = definition;
  if (!isRepeatable(definition) || !classification) {
    throw new RangeError(`The table ${definition.name} keeps no versions.`);
  }
  const { rank, all, organisations, compartments } = receipt.scope;
  const conditions = [
    ...(rank < 3
      ? [thenAndNow(definition, `${classification.rank} <= ${literal(rank, 'smallint')}`, receipt)]
      : []),
    ...(compartments.includes(-1)
      ? []
      : [
          thenAndNow(
            definition,
            `compartment_id = any(${literal(compartments.map(String), 'integer[]')})`,
            receipt,
          ),
        ]),
    ...(all ? [] : [`${classification.organisation} = any(${literal(organisations, 'uuid[]')})`]),
  ];
  if (conditions.length === 0) return definition;
  return {
    ...definition,
    source: `(select * from ${definition.source} as seen where ${conditions.join(' and ')})`,
  };
}

/** A row of the past had to be open to the exporter as it was then and as it was when exported. */
function thenAndNow(
  { source, key }: TableDefinition,
  open: string,
  { asOf, seenUpTo }: RepeatableExport,
): string {
  if (asOf === seenUpTo) return open;
  // The newest version that the exporter could have met.
  return `${open} and (select ${open} from ${source} as newest
    where newest.${key} = seen.${key} and valid_from <= ${literal(seenUpTo, 'timestamptz')}
    order by valid_from desc limit 1)`;
}

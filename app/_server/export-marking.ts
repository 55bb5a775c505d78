import type { PoolClient } from 'pg';
import type { ClassificationRank } from '@/app/_domain/classification';
import { highestMarking, parseMarkings } from '@/app/_domain/marking';
import type { TableDefinition } from '@/app/_lib/table-definition';
import type { TableQuery } from '@/app/_lib/table-query';
import { fromSource, parameters, queryCondition } from './table-conditions';

/**
 * The protective marking of all rows that match and that the connection's actor may see: the
 * highest of theirs and of the register's own.
 */
export async function markingOf(
  connection: PoolClient,
  definition: TableDefinition,
  query: TableQuery,
): Promise<string> {
  const own = await connection.query<{ rank: ClassificationRank; marking: string }>(
    `select classification_rank(split_part(marking, '-', 1)) as rank,
       case when marking like '%-SENSITIVE' then 'SENSITIVE' else '' end as marking from setting`,
  );
  const isClassified = definition.columns.some(({ name }) => name === 'classification');
  const { bind, values } = parameters();
  const rows = isClassified
    ? await connection.query<{ rank: ClassificationRank; marking: string }>({
        text: `select distinct classification_rank as rank, marking ${fromSource(definition)}
          where ${queryCondition(definition, query, bind)}`,
        values,
      })
    : { rows: [] };
  return highestMarking(
    [...own.rows, ...rows.rows].map(({ rank, marking }) => ({
      rank,
      markings: parseMarkings(marking),
    })),
  );
}

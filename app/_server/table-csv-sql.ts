import { escapeIdentifier } from 'pg';
import { formulaStarts } from '@/app/_lib/csv';
import { instantText } from '@/app/_lib/instant-sql';
import type { ColumnDefinition, TableDefinition } from '@/app/_lib/table-definition';
import { exportedColumns, type TableQuery } from '@/app/_lib/table-query';
import { columnSql, fromSource, literal, queryCondition } from './table-conditions';
import { orderBy, presentInteger } from './table-sql';

/**
 * COPY of all rows that match, on every page, in the query's order, as CSV in UTF-8 with a header
 * line of column names. Lines end in LF, as PostgreSQL writes them. Missing values are empty.
 */
export function csvStatement(definition: TableDefinition, query: TableQuery): string {
  const columns = exportedColumns(definition, query);
  // COPY writes null as nothing. A line of one such cell would be empty, which readers skip.
  const missing = columns.length === 1 ? "''" : 'null';
  const cells = columns.map(
    (column) => `${csvCell(column, missing)} as ${escapeIdentifier(column.name)}`,
  );
  const rows = `select ${cells.join(', ')}
${fromSource(definition, query, literal)} where ${queryCondition(definition, query, literal)}
${orderBy(definition, query)}`;
  return `copy (${rows}) to stdout with (format csv, header true, encoding 'UTF8')`;
}

function csvCell(column: ColumnDefinition, missing: string): string {
  const sql = columnSql(column);
  switch (column.kind) {
    case 'text':
    case 'code':
      return prefixedText(`${sql}::text`, missing);
    case 'uuid':
      return sql;
    case 'integer':
      return `coalesce(${presentInteger(column)}::text, ${missing})`;
    case 'date':
      return `case when isfinite(${sql}) then ${sql}::text else ${missing} end`;
    case 'instant':
      return `case when isfinite(${sql}) then ${instantText(sql)} else ${missing} end`;
  }
}

// PostgreSQL text cannot hold NUL.
const startCodes = formulaStarts
  .filter((start) => start !== '\0')
  .map((start) => start.charCodeAt(0));
const quoteCode = 0x27;
// From the letter A up to the full-width signs nothing starts a formula; most text begins there.
const usualFrom = Math.max(...startCodes.filter((code) => code <= 0x7f)) + 1;
const usualTo = Math.min(...startCodes.filter((code) => code > 0x7f)) - 1;

/**
 * `prefixed` of the CSV rules, in SQL. The cheap checks come first: a regular expression for each
 * cell would double the time of an export.
 */
export function prefixedText(text: string, missing: string): string {
  const isOneOf = (code: string, codes: readonly number[]) =>
    `${code} = any('{${codes.join(',')}}'::integer[])`;
  return [
    `case when ascii(${text}) between ${usualFrom} and ${usualTo} then ${text}`,
    `when ${text} = '' then ${missing}`,
    `when ${isOneOf(`ascii(${text})`, [...startCodes, quoteCode])}`,
    `and ${isOneOf(`ascii(ltrim(${text}, ''''))`, startCodes)} then '''' || ${text}`,
    `else ${text} end`,
  ].join(' ');
}

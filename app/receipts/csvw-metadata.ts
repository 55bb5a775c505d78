import type { ColumnDefinition, ColumnKind } from '@/app/_lib/table-definition';
import type { Receipt } from './data';
import { exportedTables } from './exported-tables';
import { tableLabel } from './table';

const uuidFormat = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const datatypes: Readonly<Record<ColumnKind, string | Record<string, string>>> = {
  text: 'string',
  code: 'string',
  uuid: { base: 'string', format: uuidFormat },
  integer: 'integer',
  date: 'date',
  instant: 'dateTime',
};

/**
 * What each column of the exported file is, by the W3C's "Metadata Vocabulary for Tabular Data"
 * (https://www.w3.org/TR/tabular-metadata/). Readers look for it beside the file, under the file's
 * name with `-metadata.json` behind it.
 */
export function csvwMetadata(receipt: Receipt): Record<string, unknown> {
  const definition = exportedTables.find(({ name }) => name === receipt.tableName);
  const known = new Map<string, ColumnDefinition>(
    definition?.columns.map((column) => [column.name, column]),
  );
  const key = definition && receipt.columns.includes(definition.key) ? definition.key : undefined;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    url: receipt.fileName,
    'dc:title': tableLabel(receipt.tableName),
    'dc:identifier': `urn:uuid:${receipt.id}`,
    'dc:created': { '@value': receipt.exportedAt, '@type': 'xsd:dateTime' },
    'dc:accessRights': receipt.marking,
    'rdfs:comment':
      'A cell that begins like a formula has a single quote before it. Empty cells are missing values.',
    dialect: { encoding: 'utf-8', lineTerminators: ['\n'], delimiter: ',', header: true },
    tableSchema: {
      columns: receipt.columns.map((name) => describedColumn(name, known.get(name))),
      ...(key && { primaryKey: key }),
    },
  };
}

function describedColumn(
  name: string,
  column: ColumnDefinition | undefined,
): Record<string, unknown> {
  // A column that the table has no more keeps at least its name.
  if (!column) return { name, titles: name, datatype: 'string' };
  return {
    name,
    titles: name,
    'dc:title': column.label,
    'dc:description': column.description,
    datatype: datatypes[column.kind],
  };
}

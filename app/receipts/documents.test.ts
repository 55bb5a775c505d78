import { describe, expect, it } from 'vitest';
import { parseHead } from '@/app/_domain/history-head';
import { csvwMetadata } from './csvw-metadata';
import { receipt } from './receipt.fixture';
import { receiptDocument } from './receipt-document';

describe('the receipt as a document', () => {
  const document = receiptDocument(receipt, 'https://register.example');

  it('says what the file is and opens its query again', () => {
    expect(document).toMatchObject({
      receipt: receipt.id,
      protectiveMarking: 'SECRET UK EYES ONLY',
      sha256: receipt.sha256,
      rowCount: 41,
      byteCount: 5230,
      address: `https://register.example/register?country=RU&asOf=${receipt.asOf}`,
      repeatable: true,
      exportedBy: { id: receipt.exportedBy, name: 'Ada Auditor' },
    });
  });

  it('gives up its head to who verifies the history', () => {
    expect(parseHead(JSON.stringify(document))).toEqual(receipt.historyHead);
  });

  it('says nothing that JSON cannot hold', () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});

describe('the metadata', () => {
  const metadata = csvwMetadata(receipt);
  const { columns, primaryKey } = metadata.tableSchema as {
    columns: Record<string, unknown>[];
    primaryKey?: string;
  };

  it('names each column of the file in its order, with its type and meaning', () => {
    expect(columns.map(({ titles }) => titles)).toEqual(receipt.columns);
    expect(columns.map(({ datatype }) => datatype)).toEqual([
      { base: 'string', format: expect.stringContaining('[0-9a-f]{8}') },
      'string',
      'integer',
      'date',
      'dateTime',
    ]);
    for (const column of columns) expect(column['dc:description']).toMatch(/\.$/);
    expect(primaryKey).toBe('deployment_id');
  });

  it('says of which file it speaks', () => {
    expect(metadata).toMatchObject({ url: receipt.fileName, 'dc:accessRights': receipt.marking });
  });

  it('keeps the name of a column that the table has no more', () => {
    const { tableSchema } = csvwMetadata({ ...receipt, columns: ['hull'] });
    expect(tableSchema).toEqual({
      columns: [{ name: 'hull', titles: 'hull', datatype: 'string' }],
    });
  });
});
